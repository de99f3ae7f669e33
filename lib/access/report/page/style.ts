/** The style of the page. All colours of text have the contrast of WCAG AA, in light and in dark. */
export const STYLE = String.raw`
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --panel: #fff; --band: #eceff3; --line: #d9dee5; --text: #18212c; --muted: #525d6b; --edge: #8a94a1; --accent: #2b4acb; --hover: #2b4acb12;
  --i: #e3e6fc; --i-text: #35309f; --u: #d3eafd; --u-text: #0b4878; --r: #d2f2e3; --r-text: #0a5740; --p: #e8f1cd; --p-text: #42540d;
  --a: #fbe0ee; --a-text: #891450; --q: #fff0c7; --q-text: #6b4700; --q-line: #a87b00;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0e1217; --panel: #161b22; --band: #1f262f; --line: #323b47; --text: #e4e9ef; --muted: #a0abb8; --edge: #6c7886; --accent: #9db4ff; --hover: #9db4ff1c;
    --i: #2f3170; --i-text: #d5d8ff; --u: #12395c; --u-text: #c3e3ff; --r: #114a37; --r-text: #bff0da; --p: #374511; --p-text: #e2f0b4;
    --a: #5c1a3e; --a-text: #ffd0e6; --q: #4b3600; --q-text: #ffe29a; --q-line: #c79a2a;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 var(--sans); }
header, main, footer { max-width: 1680px; margin: 0 auto; padding: 0 28px; }
header { padding-top: 28px; }
h1 { margin: 0; font-size: 26px; line-height: 1.2; letter-spacing: -.015em; font-weight: 650; }
h2 { margin: 28px 0 8px; font-size: 18px; font-weight: 650; }
h3 { margin: 20px 0 6px; font-size: 15px; font-weight: 650; }
p { margin: 6px 0; }
code { font: .9em var(--mono); overflow-wrap: anywhere; unicode-bidi: isolate; }
bdi { overflow-wrap: anywhere; }
.id { margin-left: 10px; color: var(--muted); font: 12px var(--mono); font-weight: 400; }
#count, #hint { color: var(--muted); }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 12px; top: 12px; z-index: 9; padding: 8px 14px; background: var(--panel); color: var(--accent); border-radius: 6px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

#totals { display: flex; flex-wrap: wrap; gap: 6px 26px; margin: 10px 0 18px; padding: 0; list-style: none; color: var(--muted); }
#totals b { color: var(--text); font-weight: 650; font-variant-numeric: tabular-nums; }
#totals .unknown { color: var(--q-text); background: var(--q); border-radius: 5px; padding: 0 8px; }
#totals .unknown b { color: inherit; }

#controls { display: flex; flex-wrap: wrap; gap: 12px 14px; align-items: end; padding: 14px 16px; background: var(--panel); border: 1px solid var(--line); border-radius: 10px; }
#controls > label { display: grid; gap: 3px; font-size: 12px; font-weight: 600; color: var(--muted); }
#controls > label.wide { flex: 1 1 180px; }
#controls > label.wide input { width: 100%; }
input[type=search], select, button { min-width: 0; height: 34px; padding: 0 10px; border: 1px solid var(--edge); border-radius: 6px; background: var(--panel); color: var(--text); font: 14px var(--sans); }
button { cursor: pointer; }
button:hover { background: var(--band); }
#controls > label.check { display: flex; align-items: center; gap: 7px; height: 34px; }
input[type=checkbox] { width: 16px; height: 16px; margin: 0; accent-color: var(--accent); }

#bar { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; justify-content: space-between; margin: 16px 0 10px; }
#count { font-variant-numeric: tabular-nums; }
fieldset { display: flex; margin: 0; padding: 0; border: 0; }
legend { position: absolute; left: -9999px; }
fieldset input { position: absolute; opacity: 0; }
fieldset label { padding: 4px 14px; border: 1px solid var(--edge); background: var(--panel); font-size: 13px; font-weight: 600; cursor: pointer; }
fieldset label:first-of-type { border-radius: 6px 0 0 6px; border-right: 0; }
fieldset label:last-of-type { border-radius: 0 6px 6px 0; border-left: 0; }
fieldset input:checked + label { background: var(--accent); border-color: var(--accent); color: var(--panel); }
fieldset input:focus-visible + label { outline: 2px solid var(--accent); outline-offset: 2px; }

#legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0 0 4px; padding: 0; list-style: none; font-size: 13px; color: var(--muted); }
#legend li { display: flex; align-items: center; gap: 5px; }
#hint { margin: 0 0 10px; font-size: 13px; }
.chip { display: inline-block; min-width: 18px; height: 18px; margin: 0 1.5px; padding: 0 3px; border: 1px solid transparent; border-radius: 4px; text-align: center; font: 650 11px/16px var(--sans); vertical-align: middle; }
.i { background: var(--i); color: var(--i-text); }
.u { background: var(--u); color: var(--u-text); }
.r { background: var(--r); color: var(--r-text); }
.p { background: var(--p); color: var(--p-text); }
.a { background: var(--a); color: var(--a-text); }
.t { border: 1px dashed currentColor; color: var(--muted); }
.chip.faint { background: none; border-color: var(--line); color: var(--muted); font-weight: 400; }
.chip.unknown { background: var(--q); color: var(--q-text); border: 1px dashed var(--q-line); padding: 0 2px; }
.chip.bound { text-decoration: underline 2px dotted; text-underline-offset: 2px; }

#scroll { overflow: auto; width: fit-content; max-width: 100%; max-height: max(420px, 76vh); background: var(--panel); border: 1px solid var(--line); border-radius: 10px; scroll-padding: calc(var(--head) + 70px) 20px 20px calc(var(--first) + 20px); }
#matrix { border-collapse: separate; border-spacing: 0; table-layout: fixed; font-size: 13px; }
#matrix th { font-weight: 500; text-align: left; background: var(--panel); }
#matrix thead th { position: sticky; top: 28px; z-index: 2; height: var(--head); padding: 8px 0; border-bottom: 1px solid var(--line); vertical-align: bottom; text-align: center; }
#matrix thead tr:first-child th { top: 0; height: 28px; padding: 5px 10px; border-bottom: 0; font-size: 12px; font-weight: 650; color: var(--muted); text-align: left; }
#matrix thead tr:first-child th span { position: sticky; left: calc(var(--first) + 10px); }
#matrix thead tr:first-child th.corner { left: 0; z-index: 4; border-bottom: 1px solid var(--line); border-left: 0; border-right: 1px solid var(--line); vertical-align: bottom; padding: 8px 12px; }
#matrix thead tr + tr th span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); max-height: 146px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
#matrix tbody tr { height: 30px; }
#matrix tbody th { position: sticky; left: 0; z-index: 1; padding: 0 10px 0 26px; border-right: 1px solid var(--line); overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
#matrix td { padding: 0; border-bottom: 1px solid var(--line); text-align: center; white-space: nowrap; }
#matrix tbody tr:not(.api) th { border-bottom: 1px solid var(--line); }
#matrix td:not(:empty) { cursor: pointer; }
#matrix td:focus-visible, body:has(dialog[open]) #matrix td[tabindex="0"] { outline: 2px solid var(--accent); outline-offset: -2px; }
#matrix tr.api { height: 36px; }
#matrix tr.api th { border-right: 0; top: calc(var(--head) + 28px); z-index: 2; padding: 0; background: var(--band); border-bottom: 1px solid var(--line); font-weight: 650; }
#matrix tr.api div { position: sticky; left: 0; display: inline-block; max-width: min(86vw, 1200px); padding: 0 12px; overflow: hidden; text-overflow: ellipsis; vertical-align: middle; }
#matrix tr:not(.api, .space):hover td, #matrix col.on { background: var(--hover); }

.client + .role, #matrix thead th:not(.corner) + th[scope=colgroup] { border-left: 1px solid var(--line); }

#list table { width: 100%; min-width: 860px; table-layout: fixed; border-collapse: collapse; font-size: 13px; background: var(--panel); }
#list th, #list td { padding: 7px 12px; border: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
#list thead th { background: var(--band); color: var(--muted); font-size: 12px; font-weight: 650; white-space: nowrap; }
#list th:nth-child(1) { width: 17%; }
#list th:nth-child(2), #list th:nth-child(3), #list th:nth-child(6) { width: 14%; }
#list th:nth-child(4) { width: 92px; }
#list th:nth-child(7) { width: 12%; }
#list section { content-visibility: auto; contain-intrinsic-size: auto 300px; }
.wide { overflow-x: auto; }
ul.names, td ul, dd ul { margin: 0; padding: 0; list-style: none; }
.address { display: block; color: var(--muted); font-size: 12px; }
.answer { font-size: 12.5px; font-weight: 650; white-space: nowrap; }
.answer.yes { padding: 0 6px; background: var(--r); color: var(--r-text); border-radius: 4px; }
.answer.unknown { padding: 0 6px; background: var(--q); color: var(--q-text); border-radius: 4px; }

dialog { position: fixed; inset: 0 0 0 auto; width: min(500px, 100vw); height: 100dvh; max-height: none; margin: 0; padding: 0; border: 0; border-left: 1px solid var(--line); background: var(--panel); color: var(--text); box-shadow: -12px 0 40px #0003; }
dialog[open] { display: flex; flex-direction: column; animation: in .16s ease-out; }
dialog::backdrop { background: #0b0f1426; }
@keyframes in { from { transform: translateX(24px); opacity: 0; } }
@media (prefers-reduced-motion: reduce) { dialog[open] { animation: none; } }
dialog > div:first-child { display: flex; gap: 16px; align-items: start; padding: 20px 24px 14px; border-bottom: 1px solid var(--line); }
dialog h2 { flex: 1; margin: 0; font-size: 17px; line-height: 1.35; }
dialog h2 + p { margin: 0; }
#who { padding: 10px 24px 0; }
#who .address { display: inline; }
#reasons { padding: 6px 24px 28px; overflow: auto; }
#reasons h2 { margin-top: 18px; font-size: 14px; }
#reasons article { margin: 12px 0; padding: 2px 16px 12px; border: 1px solid var(--line); border-radius: 8px; }
#reasons h3 { margin: 10px 0; font-weight: 500; }
#reasons h3 span:nth-child(2) { font-weight: 600; }
dl { display: grid; grid-template-columns: minmax(90px, auto) 1fr; gap: 6px 14px; margin: 0; font-size: 13.5px; }
dt { color: var(--muted); }
dd { margin: 0; min-width: 0; }
dd .address { font-size: 12.5px; color: inherit; }

footer { padding-bottom: 40px; font-size: 13px; color: var(--muted); }
footer h2 { font-size: 14px; color: var(--text); margin-bottom: 4px; }
footer ul { margin: 0; padding-left: 18px; }
noscript pre { padding: 14px 16px; background: var(--panel); border: 1px solid var(--line); border-radius: 10px; font: 13px/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 640px) { header, main, footer { padding-left: 14px; padding-right: 14px; } }

@media print {
  :root { color-scheme: light; --page: #fff; }
  @page { margin: 14mm; }
  body { font-size: 11px; }
  header, main, footer { padding-left: 0; padding-right: 0; }
  #controls, #bar fieldset, #hint, .skip, dialog, body:not(.narrow) #as-table { display: none !important; }
  #legend { font-size: 10px; }
  #list[hidden] { display: block !important; }
  #list section { content-visibility: visible; }
  .client + .role, #matrix thead th:not(.corner) + th[scope=colgroup] { border-left: 1px solid var(--line); }

#list table { font-size: 10px; }
  #list th, #list td { padding: 4px 6px; }
  #list table { min-width: 0; font-size: 10px; }
  #list th:nth-child(4) { width: 66px; }
  .id, .address, .answer, #list thead th { font-size: 9.5px; }
  #scroll, .wide { overflow: visible; max-height: none; border: 0; padding-right: 1px; }
  #matrix th, #matrix tr.api div { position: static !important; }
  tr, h2, h3 { break-inside: avoid; break-after: avoid; }
  tr { break-after: auto; }
  .chip, .answer, thead th, tr.api th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
