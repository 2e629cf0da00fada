import { Markup } from './html.js';

/** The page's style: no address in it, so that nothing is loaded. */
export const STYLE = new Markup(`
:root{--ink:#1d2733;--soft:#52606d;--paper:#fbfaf7;--card:#fff;--rule:#d9d5cc;--link:#0f5257;--met:#1f6b3f;--unmet:#9c2a1c;--open:#7a5600;--met-bg:#e9f3ec;--unmet-bg:#f9eae7;--open-bg:#f8f1df;--zone:#1f6b3f;--offer:#0f5257;--line:#8a6d9e;--focus:#b3541e}
@media (prefers-color-scheme:dark){:root{--ink:#e6e3dc;--soft:#a9b0b8;--paper:#15191e;--card:#1c2128;--rule:#363d46;--link:#7cc4c4;--met:#83cf9f;--unmet:#f0988a;--open:#e2be6a;--met-bg:#1a2a21;--unmet-bg:#321f1d;--open-bg:#2d2617;--zone:#83cf9f;--offer:#7cc4c4;--line:#b79acb;--focus:#f0a871}}
*{box-sizing:border-box}
html{font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0 auto;max-width:70rem;padding:0 clamp(1rem,4vw,3rem) 4rem;overflow-wrap:anywhere}
h1,h2,h3,h4{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif;line-height:1.2;font-weight:600;text-wrap:balance}
h1{font-size:clamp(1.8rem,4.4vw,2.6rem);margin:.2em 0 .4em;letter-spacing:-.01em}
h2{font-size:1.65rem;margin:0 0 .7em}
h3{font-size:1.15rem;margin:1.6em 0 .5em}
h4{font-size:1rem;margin:1.1em 0 .3em}
h5{font-size:.95rem;margin:.2em 0;font-weight:600}
p,ul,ol{margin:.35em 0}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
:target{scroll-margin-top:1rem;background:color-mix(in srgb,var(--focus) 14%,transparent)}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset-inline-start:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:2}
header{padding:clamp(1.5rem,6vw,4rem) 0 1rem}
.eyebrow{font-size:.78rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft);margin:0}
.standing{font-size:1.12rem;max-width:46rem}
.note,.intro{color:var(--soft);max-width:46rem}
.about{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:1rem 0}.about dt{font-weight:600}.about dd{margin:0}
.legend{font-size:.9rem;border-block:1px solid var(--rule);padding:.7rem 0;margin:1.2rem 0}
nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem 1.2rem;padding:0;margin:0;font-size:.95rem}
nav a{display:inline-block;padding:.25rem 0}
section{margin:0;padding:2.6rem 0;border-top:1px solid var(--rule)}
.lead{border-top:0}
.lead h2{font-size:2.1rem;margin:.1em 0}
.headline{font-size:1.25rem;font-weight:600}
.points{list-style:none;padding:0;display:grid;gap:.8rem;margin:1.2rem 0}
.points>li{background:var(--card);border:1px solid var(--rule);border-inline-start:5px solid var(--open);border-radius:6px;padding:.7rem 1rem}
.points>li.unmet{border-inline-start-color:var(--unmet)}
.beside{color:var(--soft);font-size:.94rem}
.verdict{font-weight:650;white-space:nowrap}
.verdict.met{color:var(--met)}.verdict.unmet{color:var(--unmet)}.verdict.open{color:var(--open)}
.basis{font-size:.84rem;color:var(--soft)}
.basis.assumed,.basis.inferred{font-style:italic}
.why{font-style:normal}
.tag{display:inline-block;font-size:.82rem;font-weight:600;border:1px solid currentColor;border-radius:3px;padding:0 .45em}
.secret{color:var(--unmet)}
.id{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.78em;font-weight:400;color:var(--soft)}
.small{font-size:.88rem}
.dates{font-size:.88rem;color:var(--soft)}
.rests{font-size:.88rem;color:var(--soft)}
.none{font-size:.88rem;color:var(--soft)}
.cards{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem}
.cards>li{background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:.9rem 1.1rem}
.cards h3{margin:0 0 .3em}
.entries{list-style:none;padding:0;display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.entries>li{background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:.9rem 1.1rem}
.entries h3,.entries h4{margin-top:0}
@media (min-width:50rem){.two{grid-template-columns:repeat(2,minmax(0,1fr))}}
.readings{display:grid;gap:.8rem;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr))}
.reading+.reading{border-inline-start:1px solid var(--rule);padding-inline-start:1rem}
@media (max-width:44rem){.reading+.reading{border-inline-start:0;padding-inline-start:0;border-top:1px solid var(--rule);padding-top:.6rem}}
.cites,.plain{list-style:none;padding:0;font-size:.88rem}
.cites{color:var(--soft)}
.dispute{margin:1.2rem 0}
.ways{display:grid;gap:1px;background:var(--rule);border:1px solid var(--rule);border-radius:6px;overflow:hidden;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr))}
.ways>div{background:var(--card);padding:.7rem 1rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:start;font-weight:600;padding:.4rem 0}
th,td{text-align:start;vertical-align:top;padding:.5rem .7rem;border-bottom:1px solid var(--rule)}
th[scope=row]{font-weight:500}
.scroll{overflow-x:auto;border:1px solid var(--rule);border-radius:6px;background:var(--card);margin:.7rem 0}
.scroll table{overflow-wrap:normal}
.matrix{font-size:.85rem;min-width:max-content}
.matrix th,.matrix td{border-inline-start:1px solid var(--rule);width:9.5rem;max-width:9.5rem;min-width:8.5rem;overflow-wrap:anywhere}
.matrix thead th{vertical-align:bottom}
.matrix th[scope=row],.matrix thead th:first-child{position:sticky;inset-inline-start:0;background:var(--card);border-inline-start:0;z-index:1}
@media (min-width:50rem){.matrix th[scope=row],.matrix thead th:first-child{width:16rem;max-width:16rem}}
.matrix .group th{background:var(--paper);max-width:none;font-family:Georgia,serif;font-weight:600;border-inline-start:0}
.matrix td.met{background:var(--met-bg)}.matrix td.unmet{background:var(--unmet-bg)}.matrix td.open{background:var(--open-bg)}
.matrix td a{font-weight:650;color:var(--ink);white-space:nowrap}
.na{color:var(--soft)}
.under{margin:1.4rem 0}
.under>h3{border-inline-start:4px solid var(--link);padding-inline-start:.8rem}
.under li{margin:.9rem 0;max-width:52rem}
.rows{list-style:none;padding:0}
.rows>li{padding:.45rem 0;border-bottom:1px dotted var(--rule)}
.rows p{margin:0}
.chart{background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:.9rem 1.1rem;margin:1rem 0}
.chart h3{margin-top:0}
.axis-words{display:flex;justify-content:space-between;color:var(--soft)}
.strip{display:block;overflow:visible}
.bar{display:block}.bar .track{fill:var(--rule)}.bar .window{fill:var(--soft)}.bar .done{fill:var(--met)}
.duties{min-width:max-content}.duties td,.duties th{max-width:22rem}
.findings{display:grid;gap:.5rem}
.axis{stroke:var(--rule);stroke-width:1}
rect.line{fill:var(--line);opacity:.75}circle.line{fill:var(--line)}
rect.offer,circle.offer{fill:var(--offer)}
rect.zone,circle.zone{fill:var(--zone)}
line.put{stroke:var(--offer);stroke-width:4}circle.put{fill:var(--offer)}
.told{fill:var(--card);stroke:var(--unmet);stroke-width:2}
svg.key{vertical-align:-.15em}
.swatch{display:inline-block;width:1.4em;height:.6em;border-radius:2px}
.swatch.line{background:var(--line)}.swatch.offer{background:var(--offer)}.swatch.zone{background:var(--zone)}
.time{list-style:none;padding:0;border-inline-start:2px solid var(--rule)}
.time>li{padding:.2rem 0 .9rem 0;padding-inline-start:1.2rem;position:relative;max-width:52rem}
.time>li::before{content:"";position:absolute;inset-inline-start:-6px;top:.65rem;width:10px;height:10px;border-radius:50%;background:var(--link)}
footer{border-top:1px solid var(--rule);padding-top:1.2rem;color:var(--soft);font-size:.88rem}
@media (max-width:34rem){html{font-size:16px}section{padding:1.8rem 0}.answers thead{position:absolute;clip-path:inset(50%)}.answers,.answers tbody,.answers tr,.answers th,.answers td{display:block}.answers td{border:0;padding:.1rem .7rem}}
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--card:#fff;--rule:#999;--link:#000;--met:#000;--unmet:#000;--open:#000;--met-bg:#fff;--unmet-bg:#fff;--open-bg:#fff}html{font-size:10pt}body{max-width:none;padding:0}nav,.skip{display:none}section{padding:1rem 0}.entries>li,.cards>li,.points>li,tr,.chart{break-inside:avoid}h2,h3,h4{break-after:avoid}.scroll{overflow:visible;border:0}.matrix{font-size:6.5pt;min-width:0;table-layout:fixed}.matrix th,.matrix td,.matrix th[scope=row],.matrix thead th:first-child{min-width:0;width:auto;max-width:none;padding:.2rem;position:static}.matrix td a{white-space:normal}.duties{font-size:7.5pt;min-width:0;width:100%;table-layout:fixed}.duties th,.duties td{max-width:none;overflow-wrap:anywhere;padding:.2rem}.bar{width:100%;height:auto}a{text-decoration:none}}
@page{margin:16mm}
`);
