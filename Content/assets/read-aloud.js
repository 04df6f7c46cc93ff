// Reads a page aloud, sentence by sentence, and shows which part is being read. Comes at the first press of the button.

const bar = document.querySelector(".read-aloud");
const [play, pause, slower] = bar.querySelectorAll("button");
const names = { ...bar.dataset, play: play.textContent, pause: pause.textContent };

// Not read: the ways around the text, what is shut, and what is not shown on paper either.
const silent =
  "nav, .read-aloud, .no-print, .onward, .help-request, [popover], [aria-hidden=true], details:not([open]) > :not(summary)";

// What is still to be read; nothing while nothing is read.
let sentences = [];
let current, marked, waiting;

const isInline = (element) =>
  element.matches(".term, .visually-hidden") ||
  (getComputedStyle(element).display.startsWith("inline") && !element.matches("button, .button"));

const isRead = (node) =>
  node.nodeType === Node.TEXT_NODE || (node.getClientRects().length && !node.matches(silent))
    ? NodeFilter.FILTER_ACCEPT
    : NodeFilter.FILTER_REJECT;

// The choices of a list, said once where more lists have the same; numbers need no saying.
let choices;
function wordsOf(node) {
  if (node.matches("img")) return node.alt;
  if (node.matches("br")) return " ";
  if (!node.matches("select")) return "";
  const words = [...node.options].filter((option) => option.value && /\p{L}/u.test(option.text));
  const before = choices;
  choices = words.map((option) => option.text).join(". ");
  return choices === before ? "" : choices;
}

function collect() {
  const parts = [];
  const walker = document.createTreeWalker(
    document.querySelector("main"), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, isRead);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const isText = node.nodeType === Node.TEXT_NODE;
    const text = isText ? node.data : wordsOf(node);
    if (!text) continue;
    let block = isText ? node.parentElement : node;
    const lang = block.closest("[lang]").lang;
    while (isInline(block) && !block.matches("select")) block = block.parentElement;
    const last = parts.at(-1);
    if (last?.block === block && last.lang === lang) last.text += text;
    else parts.push({ block, lang, text });
  }
  return parts.flatMap(({ block, lang, text }) =>
    (text.replace(/\s+/g, " ").trim().match(/\S.*?(?:[.!?:](?=\s)|$)/g) ?? [])
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
      .map((sentence) => ({ block, lang, text: sentence })));
}

const voices = (lang) => speechSynthesis.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(lang));

function speak() {
  const [next] = sentences;
  if (!next) return stop();
  mark(next.block);
  // Kept, or the browser forgets it before it has been said.
  const said = (current = new SpeechSynthesisUtterance(next.text));
  said.lang = next.lang;
  // Rather a voice of the device itself: others send the words away.
  said.voice = voices(next.lang).find((voice) => voice.localService) ?? null;
  said.rate = isSlow() ? 0.7 : 0.9;
  said.onstart = () => clearTimeout(waiting);
  said.onend = () => {
    if (said !== current) return;
    sentences.shift();
    speak();
  };
  said.onerror = () => said === current && fail();
  clearTimeout(waiting);
  waiting = setTimeout(fail, 8000);
  speechSynthesis.speak(said);
  draw();
}

function hush() {
  current = undefined;
  clearTimeout(waiting);
  speechSynthesis.cancel();
}

function stop() {
  hush();
  sentences = [];
  mark();
  draw();
}

function fail() {
  stop();
  bar.lastElementChild.textContent = names.failure;
}

function mark(block) {
  if (block === marked) return;
  marked?.classList.remove("being-read");
  marked = block;
  block?.classList.add("being-read");
  block?.scrollIntoView({ block: "center" });
}

function draw() {
  const isReading = sentences.length > 0;
  bar.classList.toggle("reading", isReading);
  play.textContent = isReading ? names.stop : names.play;
  pause.textContent = current ? names.pause : names.resume;
  slower.setAttribute("aria-pressed", isSlow());
  if (!isReading && bar.contains(document.activeElement)) play.focus();
  pause.hidden = slower.hidden = !isReading;
}

// Stays in this browser. Where it may keep nothing, the choice holds for this page.
let slow;
function isSlow() {
  try {
    slow ??= localStorage.getItem("voorlezen") === "langzamer";
  } catch {}
  return slow === true;
}

slower.addEventListener("click", () => {
  slow = !isSlow();
  try {
    localStorage.setItem("voorlezen", slow ? "langzamer" : "gewoon");
  } catch {}
  if (!current) return draw();
  hush();
  speak();
});

pause.addEventListener("click", () => {
  if (!current) return speak();
  hush();
  draw();
});

addEventListener("pagehide", stop);

export function press() {
  if (sentences.length) return stop();
  bar.lastElementChild.textContent = "";
  choices = undefined;
  sentences = collect();
  // A voice of another language would make it gibberish.
  if (voices("").length && !voices(sentences[0].lang).length) return fail();
  speak();
}
