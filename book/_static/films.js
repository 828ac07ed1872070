// A film can be wound back and forth even where the file server cannot send a part of a file, as Python's cannot:
// it is then fetched whole, which for films of a few hundred kilobytes is nothing.

for (const video of document.querySelectorAll("video")) {
  video.addEventListener("loadedmetadata", () => {
    if (video.seekable.length && video.seekable.end(0) > 0) return;
    const playing = !video.paused;
    fetch(video.currentSrc)
      .then((response) => response.blob())
      .then((film) => {
        video.src = URL.createObjectURL(film);
        if (playing) video.play().catch(() => {}); // paused again in the meantime
      });
  }, { once: true });
}
