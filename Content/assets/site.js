// Comfort only: every page works without this file.

// Buttons that need a script stay hidden until there is one.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Reading aloud, where the browser can speak; how it is done comes at the first press.
const reader = document.querySelector(".read-aloud");
if (reader && window.speechSynthesis) {
  const { readAloud } = document.currentScript.dataset;
  reader.hidden = false;
  speechSynthesis.getVoices();
  reader.querySelector("button").addEventListener("click", () => {
    // Some browsers speak only for who has just pressed something. An empty word would do, but some voices never end it.
    const silence = new SpeechSynthesisUtterance(" ");
    silence.volume = 0;
    speechSynthesis.speak(silence);
    import(readAloud).then(
      (script) => script.press(),
      () => (reader.lastElementChild.textContent = reader.dataset.failure));
  });
}

// A form that is on its way is not sent again.
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
}
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Two minutes before a session on a shared computer ends, ask whether somebody is still there.
const idle = document.body.dataset;
if (idle.idleSeconds) {
  const seconds = Number(idle.idleSeconds);
  let asking, leaving;
  const dialog = document.createElement("dialog");
  const question = document.createElement("p");
  question.id = "idle-question";
  question.textContent = idle.idleQuestion;
  const stay = document.createElement("button");
  stay.type = "button";
  stay.textContent = idle.idleStay;
  dialog.setAttribute("aria-labelledby", question.id);
  dialog.append(question, stay);
  document.body.append(dialog);
  const wait = () => {
    clearTimeout(asking);
    clearTimeout(leaving);
    asking = setTimeout(() => dialog.showModal(), (seconds - 120) * 1000);
    leaving = setTimeout(() => location.assign("/uitgelogd"), seconds * 1000);
  };
  dialog.addEventListener("close", () => {
    fetch(idle.idleAddress, { method: "POST", body: new URLSearchParams({ terug: "/nog-bezig" }) });
    wait();
  });
  stay.addEventListener("click", () => dialog.close());
  wait();
}

// A page of an author's preview renews itself after a save, and stays where it was.
const preview = document.querySelector("[data-preview]")?.dataset.preview;
if (preview !== undefined) {
  const place = `preview ${location.pathname}`;
  scrollTo(0, sessionStorage.getItem(place) ?? scrollY);
  sessionStorage.removeItem(place);
  const listen = async () => {
    try {
      const answer = await fetch(`/voorbeeld/verandering?sinds=${preview}`);
      if (answer.ok && (await answer.text()) !== preview) {
        sessionStorage.setItem(place, scrollY);
        location.reload();
        return;
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    listen();
  };
  listen();
}
