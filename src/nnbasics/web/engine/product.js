// One matrix product for all three uses in a network, forward, backward and gradients:
//
//     C[r][c] = start[c] + sum over t of A(r, t) B(t, c)         C: rows x cols, row by row
//
// A(r, t) is A[r * aRow + t * aStep] and B(t, c) is B[t * bStep + c * bCol], so a transpose is
// a matter of swapping two strides.  Without `start` the sum begins at 0.
// Two rows and two columns at a time, so that each number read is used twice; at an odd edge the
// last row or column is simply computed twice.
export function multiply(C, rows, cols, A, aRow, aStep, B, bCol, bStep, steps, start) {
  for (let r = 0; r < rows; r += 2) {
    const below = r + 1 < rows ? 1 : 0;
    for (let c = 0; c < cols; c += 2) {
      const right = c + 1 < cols ? 1 : 0;
      const up = below * aRow,
        side = right * bCol;
      let p = r * aRow,
        q = c * bCol;
      let s00 = 0,
        s01 = 0;
      if (start !== undefined) {
        s00 = start[c];
        s01 = start[c + right];
      }
      let s10 = s00,
        s11 = s01;
      for (let t = 0; t < steps; t++) {
        const a0 = A[p],
          a1 = A[p + up],
          b0 = B[q],
          b1 = B[q + side];
        s00 += a0 * b0;
        s01 += a0 * b1;
        s10 += a1 * b0;
        s11 += a1 * b1;
        p += aStep;
        q += bStep;
      }
      const here = r * cols + c,
        there = here + below * cols;
      C[here] = s00;
      C[here + right] = s01;
      C[there] = s10;
      C[there + right] = s11;
    }
  }
}
