// The line that installs the package of the book, with the address of this site, or with the folder of this file.

(() => {
  for (const box of document.querySelectorAll(".nn-install")) {
    const wheel = new URL(box.querySelector("a[download]").href);
    const name = wheel.pathname.split("/").at(-1);
    const isFile = wheel.protocol === "file:";
    const isPublic = !isFile && !/^(localhost|127\.|\[::1\])/.test(wheel.hostname);
    // A file on Windows: /C:/Users/…
    const folder = decodeURIComponent(wheel.pathname).replace(/^\/(?=[A-Za-z]:)/, "");
    const [here, colab] = box.querySelectorAll(".nn-install-line pre");
    here.textContent = here.textContent.replace(name, () => (isFile ? `"${folder}"` : wheel.href));
    if (!isPublic) continue; // Colab does not reach it: the file must be put there
    colab.textContent = colab.textContent.replace(name, () => wheel.href);
    box.querySelector("p span").remove();
  }
})();
