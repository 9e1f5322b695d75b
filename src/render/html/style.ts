import { type Markup, raw } from './markup.ts';

/** Every colour has a sign or a word beside it; each stands off from its ground by 4.5 : 1 or more, in light and in dark. */
const COLOURS = `
:root{--ground:#fff;--text:#1b1d21;--soft:#555b66;--line:#d5d8de;--track:#e4e6eb;--value:#0b5cad;--goal:#111;--schedule:#9a4a00;--contested:#a1006b;--fail:#a4001d;--warn:#7a5200;--undecided:#51399c;--info:#0a5a78;--ok:#0d652d}
@media (prefers-color-scheme:dark){:root{--ground:#16181c;--text:#e8eaee;--soft:#a9b0bc;--line:#3a3f48;--track:#333841;--value:#6cb2ff;--goal:#fff;--schedule:#ffb066;--contested:#ff8fd0;--fail:#ff8a94;--warn:#f0c05a;--undecided:#bba8ff;--info:#7fd0f0;--ok:#79d68f}}
@media print{:root{--ground:#fff;--text:#000;--soft:#444;--line:#bbb;--track:#ddd;--value:#0b5cad;--goal:#000;--schedule:#9a4a00;--contested:#a1006b;--fail:#a4001d;--warn:#7a5200;--undecided:#51399c;--info:#0a5a78;--ok:#0d652d}}
.fail{--own:var(--fail)}.warn{--own:var(--warn)}.undecided{--own:var(--undecided)}.info{--own:var(--info)}.ok{--own:var(--ok)}`;

const TEXT = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:80rem;padding:1rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.25rem 0}ul{margin:.25rem 0;padding-left:1.25rem}small,.about,.note,.t>div>p:first-child,.set,.none,footer{color:var(--soft)}small{font-size:.85em}
a{color:inherit;text-underline-offset:.15em}:focus-visible{outline:3px solid var(--value);outline-offset:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.invented,.waiver{border-left:4px solid var(--warn);padding-left:.5rem}`;

const GLANCE = `
.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 2rem;padding:0;margin:.75rem 0 .25rem}
.counts li{color:var(--own);font-weight:600}.counts b{font-size:2.5rem;line-height:1.1}
.bar{display:block;width:100%;height:.75rem}.bar rect{fill:var(--own)}
.whatever{font-weight:600}`;

const TABLES = `
table{border-collapse:collapse;width:100%}.targets{table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.85rem;color:var(--soft)}caption{text-align:left;font-size:.85rem;color:var(--soft)}
.t h3 span,.t td>b{color:var(--own);font-weight:600}
.tasks th{width:24%;font-weight:600}.few{list-style:none;padding:0;margin:0 0 .25rem;display:flex;flex-wrap:wrap;gap:0 1rem}.few li{color:var(--own)}.chips{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.25rem .5rem}
.chips a{display:block;color:var(--own);border:1px solid;border-radius:.3rem;padding:.1rem .4rem;text-decoration:none}.chips a:hover{text-decoration:underline}
.targets thead th{width:13%}.targets thead th:first-child{width:20%}.targets thead th:nth-child(2){width:172px}.targets thead th:last-child{width:auto}
.off{opacity:.85}.off b,.off h3{font-style:italic}.targets td small{display:block;white-space:nowrap}
.evidence{font-size:.9rem}.evidence .used{font-weight:600}.evidence small{font-weight:400}.evidence th{white-space:nowrap;font-weight:inherit}.evidence td:last-child{min-width:9rem}
.filters{font-size:.9rem}fieldset{border:1px solid var(--line);border-radius:.3rem;margin:.25rem 0;padding:.25rem .5rem}legend{color:var(--soft)}.filters label{display:inline-block;padding:.15rem 1rem .15rem 0}`;

const DRAWINGS = `
.bullet{display:block;width:160px;height:24px}.chart{display:block;width:100%;max-width:30rem;height:auto}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:0 1rem;padding:0;font-size:.85rem;color:var(--soft)}.legend svg{width:28px;height:16px;vertical-align:-3px}
text{font-size:10px;fill:var(--text)}.mid{text-anchor:middle}.end{text-anchor:end}
.track{stroke:var(--track);stroke-width:8}.value{fill:var(--value)}.allowed{fill:url(#hatch);stroke:var(--value)}.open{fill:var(--value)}.hatch{stroke:var(--value);stroke-width:2}
.schedule{stroke:var(--schedule);stroke-width:2;stroke-dasharray:4 2;fill:none}.goal{stroke:var(--goal);stroke-width:3;fill:none}.band{fill:none;stroke:var(--goal);stroke-width:2}
.start{fill:var(--ground);stroke:var(--schedule);stroke-width:2}.broken{fill:none;stroke:var(--soft)}
.grid{stroke:var(--line);stroke-width:.5}.axis{stroke:var(--soft);fill:none}.asof{stroke:var(--soft)}.deadline{stroke:var(--goal);stroke-dasharray:2 2}
.chart .goal{stroke-width:2}.chart path.allowed{stroke:none}.chart .band{stroke-width:.5}.milestone{fill:var(--schedule)}.trend{stroke:var(--value);stroke-width:1.5;stroke-dasharray:1 3;stroke-linecap:round;fill:none}
.course{stroke:var(--value);stroke-width:.75;fill:url(#hatch)}path.used{fill:var(--value);stroke:var(--value);stroke-width:1.5}path.contested{fill:var(--contested);stroke:var(--contested);stroke-width:1.5}path.aside{fill:none;stroke:var(--value)}`;

const GROUPS = `
.scroll{overflow-x:auto;overflow-wrap:normal}.heat th{min-width:7rem}.heat td{color:var(--own);font-weight:600}.heat td:nth-of-type(1),.heat .none{color:var(--soft);font-weight:400}
.heat td.fail,.heat td.undecided,.heat td.info,.heat td.ok{background:color-mix(in srgb,var(--own) 9%,var(--ground));border-left:4px solid var(--own);padding-left:.5rem}
.multiples{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.5rem 1rem}.multiples span{color:var(--own);font-weight:600}
.small{display:block;width:96px;height:32px}.small .goal{stroke-width:1}.line{stroke:var(--value);fill:none}.point{stroke:var(--value);stroke-width:5}`;

const DETAILS = `
summary{cursor:pointer;padding:.4rem 0}summary h3{display:inline}details.t{border-bottom:1px solid var(--line)}.t>div{padding:0 0 1rem 1rem;scroll-margin-top:4rem}
.chain{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1rem;margin:.5rem 0}.chain dt{font-weight:600}.chain dd{margin:0}.chain p,.chain ul{margin:0}`;

const NARROW = `
@media screen and (max-width:52rem){
.targets thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.targets tr{display:grid;grid-template-columns:1fr 1fr;gap:0 .75rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
.targets th,.targets td{border:0;padding:.1rem 0}.targets th,.targets td:nth-of-type(1),.targets td:nth-of-type(5){grid-column:1/-1}
.bullet{width:100%;height:auto;max-width:20rem}
.tasks tr,.tasks th,.tasks td{display:block;width:auto}.tasks th{border:0;padding-bottom:0}
.evidence tr,.evidence th,.evidence td{display:block;border:0;padding:0}.evidence tr{border-bottom:1px solid var(--line);padding:.4rem 0}.evidence th,.evidence td:nth-of-type(1){display:inline-block;margin-right:.75rem}
.chain{display:block}.chain dt{margin-top:.5rem}.t>div{padding-left:0}}`;

const PAPER = `
@page{size:A4;margin:14mm}
@media print{html{font-size:9pt}body{max-width:none;padding:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.filters,.skip{display:none}details::details-content{content-visibility:visible;display:block;block-size:auto}summary{list-style:none}summary::marker{content:""}
h2,h3,summary{break-after:avoid}tr,.chart,.chain dd{break-inside:avoid}thead{display:table-header-group;break-after:avoid}.targets thead th{width:12%}.targets thead th:first-child{width:18%}.targets thead th:nth-child(2){width:132px}.bullet{width:120px;height:18px}.chart{max-width:90mm}a[href^="http"]::after{content:" <" attr(href) ">";font-weight:400;font-size:.8em;color:var(--soft)}}`;

export const STYLE: Markup = raw(
  [COLOURS, TEXT, GLANCE, TABLES, DRAWINGS, GROUPS, DETAILS, NARROW, PAPER].join('').replaceAll('\n', ''),
);
