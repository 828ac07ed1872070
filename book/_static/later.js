// The scripts that a page can wait for until its first explorer stands (book/_ext/loading.py), in their order: on a
// slow phone the theme's would come between the explorer's module and its picture.

Promise.resolve(globalThis[Symbol.for("nn-widgets.first")]) // nothing where the runtime did not come: at once
  .then(() => {
    for (const waiting of document.querySelectorAll('script[type="text/later"]')) {
      const script = document.createElement("script");
      script.async = false;
      script.src = waiting.src;
      waiting.replaceWith(script);
    }
  });
