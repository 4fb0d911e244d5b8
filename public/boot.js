// Before the app and without it: says that the app is loading, why it does not start, or that it broke.
// Must not do anything else, must not load anything, and must run in browsers too old for the app.
(function () {
  "use strict";
  // A slow phone on a slow network takes this long; only then does waiting need another word.
  var SLOW_MILLISECONDS = 20000;
  // Smallest module with a reference type (ref.null func; drop), the youngest thing that the app's module needs. Who knows
  // it knows the others: Chrome from 96 on, Firefox from 79, Safari from 15.
  var PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11];
  var started = false;
  var failed = false;

  function write(place, vietnamese, english) {
    place.textContent = vietnamese + " ";
    var translation = document.createElement("span");
    translation.lang = "en";
    translation.textContent = english;
    place.appendChild(translation);
  }

  function whenParsed(action) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", action);
    else action();
  }

  function tell(vietnamese, english) {
    whenParsed(function () {
      var place = document.getElementById("loading-message");
      if (place) write(place, vietnamese, english);
    });
  }

  function fail(vietnamese, english) {
    if (started || failed) return;
    failed = true;
    stopWaiting();
    document.documentElement.setAttribute("data-start", "failed");
    tell(vietnamese, english);
  }

  function failToLoad() {
    fail(
      "Không tải được chương trình. Hãy kiểm tra kết nối mạng rồi tải lại trang. Những gì đã lưu trong trình duyệt vẫn còn nguyên; các chỉ tiêu dưới đây vẫn đọc được.",
      "The program could not be loaded. Check the connection and reload. What is saved in this browser is untouched; the targets below can still be read."
    );
  }

  function failByAge() {
    fail(
      "Trình duyệt này quá cũ hoặc đang chặn WebAssembly nên không tính toán được. Hãy cập nhật trình duyệt, hoặc mở trang bằng trình duyệt khác; các chỉ tiêu dưới đây vẫn đọc được.",
      "This browser is too old or blocks WebAssembly, so it cannot compute. Please update it or use another one; the targets below can still be read."
    );
  }

  // How much of the module has come cannot be known without holding its bytes up on their way to the compiler, which would
  // also lose the compiled module that browsers keep. So: something is on its way, and then it is being started.
  function wait() {
    whenParsed(function () {
      var place = document.getElementById("loading-message");
      if (started || failed || !place) return;
      var bar = document.createElement("progress");
      bar.setAttribute("aria-labelledby", place.id);
      place.parentNode.insertBefore(bar, place);
      write(place, "Đang tải chương trình…", "Loading…");
    });
    if (typeof PerformanceObserver !== "function") return;
    try {
      new PerformanceObserver(function (list) {
        var isHere = list.getEntries().some(function (entry) { return /\.wasm$/.test(entry.name); });
        if (isHere && !started && !failed) tell("Đang khởi động…", "Starting…");
      }).observe({ type: "resource", buffered: true });
    } catch (unknown) { /* The first word stays. */ }
  }

  function stopWaiting() {
    var bars = document.querySelectorAll("#loading progress");
    for (var index = 0; index < bars.length; index += 1) bars[index].parentNode.removeChild(bars[index]);
  }

  // Called by the app's panic hook. After a panic none of the app's own code can be trusted to draw.
  window.kichbanBroken = function (reason) {
    console.error(reason);
    failed = true;
    stopWaiting();
    if (document.getElementById("broken")) return;
    var notice = document.createElement("section");
    notice.id = "broken";
    notice.className = "notice warn";
    notice.setAttribute("role", "alert");
    var text = document.createElement("p");
    write(
      text,
      "Trang gặp lỗi và cần tải lại. Những gì đã lưu vẫn còn nguyên.",
      "Something broke and the page has to be reloaded. What was saved is untouched."
    );
    var button = document.createElement("button");
    button.type = "button";
    button.className = "main";
    button.textContent = "Tải lại · Reload";
    button.addEventListener("click", function () { location.reload(); });
    notice.appendChild(text);
    notice.appendChild(button);
    document.body.insertBefore(notice, document.body.firstChild);
  };

  addEventListener("TrunkApplicationStarted", function () { started = true; });

  // The reader's own choice of colours, before the first text is painted and not only when the app starts.
  try {
    var scheme = localStorage.getItem("kichban.scheme");
    if (scheme === "dark" || scheme === "light") document.documentElement.setAttribute("data-scheme", scheme);
  } catch (blocked) { /* The system's choice stays. */ }

  if (typeof WebAssembly !== "object" || !WebAssembly.validate(new Uint8Array(PROBE)) || !("noModule" in document.createElement("script"))) {
    failByAge();
    return;
  }

  // A script or style that cannot be fetched fires at its element and does not bubble; capturing sees it here.
  addEventListener("error", function (event) {
    var target = event.target;
    // The page does without its icon or a style sheet.
    if (target && target !== window && target.tagName !== "SCRIPT") return;
    // A script that came but is not understood: waiting at a module's top level is younger than modules.
    if (/SyntaxError/.test(event.message || "")) failByAge();
    else failToLoad();
  }, true);
  // The module waits for the wasm at its top level; a refusal ends here.
  addEventListener("unhandledrejection", failToLoad);

  wait();
  setTimeout(function () {
    if (started || failed) return;
    tell(
      "Vẫn đang tải… Mạng có vẻ chậm. Nếu không có gì thay đổi, hãy tải lại trang.",
      "Still loading… The network seems slow. If nothing changes, please reload."
    );
  }, SLOW_MILLISECONDS);
})();
