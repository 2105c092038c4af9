/**
 * The look. A site sets its own with custom properties on any element above: `--amiable-accent`,
 * `--amiable-on-accent`, `--amiable-ground`, `--amiable-ink`, `--amiable-soft`, `--amiable-font`.
 */
export const sheet = `
:host { all: initial; }
.amiable {
  --accent: var(--amiable-accent, #0f3d3e);
  --on-accent: var(--amiable-on-accent, #ffffff);
  --ground: var(--amiable-ground, #fffdf9);
  --ink: var(--amiable-ink, #1c2b2b);
  --soft: var(--amiable-soft, #f1ede4);
  --muted: #55635f;
  --line: #e4ded2;
  --ring: #b4690e;
  position: fixed; inset: auto 20px 20px auto; z-index: 2147483000;
  display: flex; flex-direction: column; align-items: flex-end; gap: 14px;
  font: 400 16px/1.5 var(--amiable-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
  color: var(--ink); text-align: left; letter-spacing: normal;
}
*, *::before, *::after { box-sizing: border-box; }
h2, p { margin: 0; }
button, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
.hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}

.launcher {
  display: inline-flex; align-items: center; gap: 10px; min-height: 52px; padding: 0 22px 0 18px;
  border: 0; border-radius: 26px; background: var(--accent); color: var(--on-accent);
  font-weight: 600; box-shadow: 0 2px 6px rgb(15 45 45 / .16), 0 10px 28px rgb(15 45 45 / .2);
  transition: transform .16s ease, box-shadow .16s ease;
}
.launcher:hover { transform: translateY(-1px); box-shadow: 0 4px 8px rgb(15 45 45 / .18), 0 14px 34px rgb(15 45 45 / .24); }
.unread {
  display: grid; place-items: center; min-width: 24px; height: 24px; padding: 0 7px; border-radius: 12px;
  background: #f4c98b; color: #3a2406; font-size: 13px; font-weight: 700;
}

.panel {
  display: flex; flex-direction: column; width: 392px; height: min(660px, calc(100dvh - 120px));
  background: var(--ground); border: 1px solid var(--line); border-radius: 20px; overflow: hidden;
  box-shadow: 0 4px 12px rgb(15 45 45 / .08), 0 24px 64px rgb(15 45 45 / .2);
  animation: rise .2s ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }
.head {
  display: flex; align-items: flex-start; justify-content: space-between; gap: 12px;
  padding: 18px 14px 16px 22px; background: var(--accent); color: var(--on-accent);
}
.head h2 { font-size: 17px; line-height: 1.35; font-weight: 650; }
.head p { margin-top: 2px; font-size: 13.5px; line-height: 1.4; opacity: .88; }
.icon {
  display: grid; place-items: center; flex: none; width: 40px; height: 40px; border: 0; border-radius: 12px;
  background: transparent;
}
.icon:hover { background: rgb(255 255 255 / .14); }
.head :focus-visible { outline-color: #ffffff; }

.log {
  flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 20px 18px 8px;
  display: flex; flex-direction: column; gap: 6px; scrollbar-width: thin;
}
.log:focus-visible { outline-offset: -3px; }
.bubble { max-width: 86%; align-self: flex-start; }
.bubble.first { margin-top: 12px; }
.bubble:first-child { margin-top: 0; }
.by { margin: 0 4px 4px; font-size: 13px; font-weight: 600; color: var(--muted); }
.advisor .by { color: var(--accent); }
.text {
  padding: 10px 15px; border-radius: 6px 18px 18px 18px; background: var(--soft);
  white-space: pre-wrap; overflow-wrap: anywhere;
}
.advisor .text { background: #dfeae4; }
.at { display: block; margin: 3px 6px 0; font-size: 12px; line-height: 1.4; color: var(--muted); }
article:not(.last) > .at { display: none; }
.bubble.customer { align-self: flex-end; }
.customer .text { border-radius: 18px 6px 18px 18px; background: var(--accent); color: var(--on-accent); }
.customer .at { text-align: right; }
.pending.waiting .text { background: #4a6a6a; color: #ffffff; }

.choices { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0 4px; }
.choices button {
  min-height: 42px; padding: 8px 17px; border: 1.5px solid var(--accent); border-radius: 21px;
  background: var(--ground); color: var(--accent); font-weight: 600; text-align: left;
}
.choices button:hover { background: var(--accent); color: var(--on-accent); }

.status { min-height: 26px; padding: 2px 22px; font-size: 13.5px; color: var(--muted); }
.status.away { padding: 9px 22px; background: #fbeed8; color: #5a3a0a; }
.dots i {
  display: inline-block; width: 4px; height: 4px; margin-left: 4px; border-radius: 50%; background: currentColor;
  animation: breathe 1.4s infinite ease-in-out;
}
.dots i:nth-child(2) { animation-delay: .2s; }
.dots i:nth-child(3) { animation-delay: .4s; }
@keyframes breathe { 0%, 60%, 100% { opacity: .25; } 30% { opacity: 1; } }

.composer {
  display: flex; align-items: flex-end; gap: 8px; margin: 0 14px; padding: 5px 5px 5px 16px;
  border: 1.5px solid #8a948f; border-radius: 24px; background: #ffffff;
}
.composer:focus-within { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
.composer:has(.send:focus-visible) { box-shadow: none; }
textarea {
  flex: 1; min-width: 0; min-height: 40px; padding: 8px 0; border: 0; outline: 0; background: transparent;
  resize: none; line-height: 24px;
}
textarea:focus-visible { outline: 0; }
textarea::placeholder { color: #66716d; opacity: 1; }
.send {
  display: grid; place-items: center; flex: none; width: 40px; height: 40px; border: 0; border-radius: 50%;
  background: var(--accent); color: var(--on-accent);
}
.send:disabled { background: #e3e0d8; color: #6d7672; cursor: default; }

.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; padding: 6px 14px 10px; }
.link {
  min-height: 36px; padding: 4px 8px; border: 0; border-radius: 8px; background: transparent;
  color: var(--accent); font-size: 14px; font-weight: 600; text-decoration: underline; text-underline-offset: 3px;
  text-decoration-thickness: 1px;
}
.link.quiet { color: var(--muted); font-weight: 400; text-decoration-color: transparent; }
.link:hover { text-decoration-color: currentColor; }

@media (max-width: 480px) {
  .amiable { inset: auto 14px 14px auto; }
  .panel { position: fixed; inset: 0; width: auto; height: 100dvh; border: 0; border-radius: 0; }
  .open .launcher { display: none; }
  .head { padding-top: max(14px, env(safe-area-inset-top)); }
  .foot { padding-bottom: max(8px, env(safe-area-inset-bottom)); }
}
@media (max-height: 420px) {
  .head p, .foot { display: none; }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  .text, .launcher, .send, .choices button { border: 1px solid; }
}
`
