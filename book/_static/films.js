// The controls of a film stand under it and cover nothing: play, position, full screen.  Without this script the
// browser's own are there.  A film has a light and a dark version, of which the page's theme shows one.  Its poster is
// a picture, which the browser loads when it is near; it covers the film until that has something to show.

for (const film of document.querySelectorAll(".nn-film")) control(film, videosOf(film));

// What the page has for browsers without scripts, without its posters.
function videosOf(film) {
  const text = film.querySelector("noscript").textContent;
  const videos = [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("video")];
  for (const video of videos) {
    video.removeAttribute("poster");
    video.addEventListener("loadeddata", () => film.classList.add("nn-begun"));
  }
  film.append(...videos);
  return videos;
}

function control(film, videos) {
  const name = film.getAttribute("aria-label"),
    seconds = Number(film.dataset.seconds);
  // By its class: to ask the browser what it shows would cost a phone the style of the whole page, before it is painted.
  const theme = () => (document.documentElement.dataset.theme === "dark" ? "only-dark" : "only-light");
  const shown = () => videos.find((video) => video.classList.contains(theme())) ?? videos[0];
  const play = button("Play", () =>
    shown().paused
      ? shown()
          .play()
          .catch(() => {})
      : shown().pause(),
  );
  const position = Object.assign(document.createElement("input"), {
    type: "range",
    min: 0,
    max: seconds,
    step: 0.1,
    value: 0,
  });
  position.setAttribute("aria-label", `Position in the film: ${name}`);
  const full = button("Full screen", () => shown().requestFullscreen?.());
  const bar = document.createElement("div");
  bar.className = "nn-film-bar";
  bar.append(play, position, full);
  film.append(bar);

  let current = shown();
  position.addEventListener("input", () => goTo(shown(), Number(position.value)));
  const show = () => {
    play.textContent = current.paused ? "Play" : "Pause";
    play.setAttribute("aria-label", `${play.textContent}: ${name}`);
    position.value = current.currentTime;
    position.setAttribute(
      "aria-valuetext",
      `${Math.round(current.currentTime)} of ${Math.round(seconds)} seconds`,
    );
  };
  for (const video of videos) {
    video.controls = false;
    video.addEventListener("click", () => play.click());
    for (const event of ["play", "pause", "timeupdate", "ended", "seeked"])
      video.addEventListener(event, show);
    video.addEventListener("loadedmetadata", () => fetchWhole(video), { once: true });
    video.addEventListener("fullscreenchange", () => (video.controls = document.fullscreenElement === video));
  }
  show();

  // The other version goes on where this one was.
  new MutationObserver(() => {
    const [before, after] = [current, shown()];
    if (before === after) return;
    current = after;
    const playing = !before.paused,
      time = before.currentTime;
    before.pause();
    if (time > 0) goTo(after, time);
    if (playing) after.play().catch(() => {});
    show();
  }).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

function button(label, action) {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  element.addEventListener("click", action);
  return element;
}

// Nothing of a film is loaded before it is asked for; then it goes to its place as soon as there is something to show.
function goTo(video, time) {
  if (video.readyState > 0) video.currentTime = time;
  else {
    video.dataset.wanted = time;
    video.preload = "auto";
    video.load();
  }
}

// Where the file server cannot send a part of a file, as Python's cannot, the film is fetched whole, which for a few
// hundred kilobytes is nothing: so it can be wound.
function fetchWhole(video) {
  const wanted = Number(video.dataset.wanted ?? video.currentTime);
  delete video.dataset.wanted;
  if (video.seekable.length && video.seekable.end(0) > 0) return void (video.currentTime = wanted);
  const playing = !video.paused;
  fetch(video.currentSrc)
    .then((response) => response.blob())
    .then((whole) => {
      video.src = URL.createObjectURL(whole);
      video.addEventListener("loadedmetadata", () => (video.currentTime = wanted), { once: true });
      if (playing) video.play().catch(() => {}); // paused again in the meantime
    });
}
