// The text of the plan is on the screen before the program is asked for: what is read first shares the line with nothing.
const painted = new Promise((done) => {
  // The browser's own word: a turn after the first frame may still come before its paint.
  new PerformanceObserver(done).observe({ type: "paint", buffered: true });
  // A tab in the background is never painted.
  setTimeout(done, 1000);
});
await painted;
// Only the board does without the module of the other screens.
if (/\/./.test(location.hash) || document.documentElement.hasAttribute("data-embed")) {
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "";
  link.href = "./{{SCREENS}}";
  document.head.append(link);
}
const module_or_path = fetch("./{{MODULE}}");
const { default: start } = await import("./{{SCRIPT}}");
await start({ module_or_path });
dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
