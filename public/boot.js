// Says in plain text why the app does not start, or that it broke: it runs before the app and without it.
// Must not do anything else, and must run in browsers too old for the app.
(function () {
  "use strict";
  // A slow phone on a slow network takes this long; only then does waiting need a word.
  var SLOW_MILLISECONDS = 20000;
  var started = false;
  var failed = false;

  function write(place, vietnamese, english) {
    place.textContent = vietnamese + " ";
    var translation = document.createElement("span");
    translation.lang = "en";
    translation.textContent = english;
    place.appendChild(translation);
  }

  function tell(vietnamese, english) {
    var place = document.getElementById("loading-message");
    if (place) write(place, vietnamese, english);
  }

  function whenParsed(action) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", action);
    else action();
  }

  function fail(vietnamese, english) {
    if (started || failed) return;
    failed = true;
    whenParsed(function () {
      document.documentElement.setAttribute("data-start", "failed");
      tell(vietnamese, english);
    });
  }

  function failToLoad() {
    fail(
      "Không tải được trang. Hãy kiểm tra kết nối mạng rồi tải lại trang. Dữ liệu đã lưu trong trình duyệt vẫn còn nguyên.",
      "The page could not be loaded. Check the connection and reload. What is saved in this browser is untouched."
    );
  }

  // Called by the app's panic hook. After a panic none of the app's own code can be trusted to draw.
  window.kichbanBroken = function (reason) {
    if (document.getElementById("broken")) return;
    failed = true;
    var box = document.createElement("section");
    box.id = "broken";
    box.setAttribute("role", "alert");
    var message = document.createElement("p");
    write(
      message,
      "Trang gặp lỗi và đã dừng. Những gì đã lưu trong trình duyệt vẫn còn nguyên; hãy tải lại trang.",
      "Something broke and the page has stopped. What was saved in this browser is untouched; please reload."
    );
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Tải lại · Reload";
    button.addEventListener("click", function () { location.reload(); });
    var details = document.createElement("pre");
    details.textContent = reason;
    box.appendChild(message);
    box.appendChild(button);
    box.appendChild(details);
    document.body.insertBefore(box, document.body.firstChild);
    box.scrollIntoView();
  };

  addEventListener("TrunkApplicationStarted", function () {
    started = true;
    var loading = document.getElementById("loading");
    if (loading && loading.parentNode) loading.parentNode.removeChild(loading);
  });

  // Called by the app's panic hook: after a panic nothing of the app can be trusted to draw, so this does.
  window.kichbanBroken = function (reason) {
    console.error(reason);
    if (document.getElementById("broken")) return;
    var notice = document.createElement("section");
    notice.id = "broken";
    notice.className = "notice warn";
    notice.setAttribute("role", "alert");
    var text = document.createElement("p");
    text.textContent = "Trang gặp lỗi và cần tải lại. Những gì đã lưu vẫn còn nguyên. ";
    var translation = document.createElement("span");
    translation.lang = "en";
    translation.textContent = "Something broke and the page has to be reloaded. What was saved is untouched.";
    text.appendChild(translation);
    var button = document.createElement("button");
    button.type = "button";
    button.className = "main";
    button.textContent = "Tải lại · Reload";
    button.addEventListener("click", function () { location.reload(); });
    notice.appendChild(text);
    notice.appendChild(button);
    document.body.insertBefore(notice, document.body.firstChild);
  };

  if (typeof WebAssembly !== "object") {
    fail(
      "Trình duyệt này quá cũ hoặc đang chặn WebAssembly. Hãy cập nhật trình duyệt, hoặc mở trang bằng trình duyệt khác.",
      "This browser is too old or blocks WebAssembly. Please update it or use another one."
    );
    return;
  }

  // A script or style that cannot be fetched fires at its element and does not bubble; capturing sees it here.
  addEventListener("error", function (event) {
    var target = event.target;
    // The page does without its icon or a style sheet.
    if (target && target !== window && target.tagName !== "SCRIPT") return;
    failToLoad();
  }, true);
  // The module waits for the wasm at its top level; a refusal ends here.
  addEventListener("unhandledrejection", failToLoad);

  setTimeout(function () {
    if (started || failed) return;
    whenParsed(function () {
      tell(
        "Vẫn đang tải… Mạng có vẻ chậm. Nếu không có gì thay đổi, hãy tải lại trang.",
        "Still loading… The network seems slow. If nothing changes, please reload."
      );
    });
  }, SLOW_MILLISECONDS);
})();
