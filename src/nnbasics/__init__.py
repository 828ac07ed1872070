"""Neural network basics."""
