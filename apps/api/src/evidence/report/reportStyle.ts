/** For the screen by the theme of the system; for paper light, on A4. */
export const REPORT_STYLE = `:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;font:14px/1.5 system-ui,sans-serif;background:light-dark(#fff,#1b1b1b);color:light-dark(#292929,#dbdbdb)}
main{max-width:960px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:26px;line-height:1.25;margin:0 0 16px;overflow-wrap:anywhere}
h2{font-size:20px;margin:40px 0 8px;padding-top:8px;border-top:1px solid light-dark(#d5d5d5,#444)}
h3{font-size:16px;margin:24px 0 8px;overflow-wrap:anywhere}
p,li{margin:0 0 8px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:180px minmax(0,1fr);gap:4px 16px;margin:0 0 16px}
dt{color:light-dark(#505050,#b0b0b0)}
dd{margin:0;overflow-wrap:anywhere;min-width:0}
table{width:100%;border-collapse:collapse;margin:0 0 16px;table-layout:fixed}
th,td{hyphens:auto;text-align:left;vertical-align:top;padding:6px 8px 6px 0;border-bottom:1px solid light-dark(#e1e1e1,#3a3a3a);overflow-wrap:anywhere}
th{font-weight:600}
.when{width:200px}.who{width:24%}.verdict{width:112px}
code,pre{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 12px;padding:10px 12px;border-radius:8px;background:light-dark(#f3f3f3,#2a2a2a)}
small{color:light-dark(#505050,#b0b0b0);font-size:12px}
.PASS{color:light-dark(#05693c,#5fd3a0)}.WARN{color:light-dark(#8a4c00,#f5b65b)}.BLOCK{color:light-dark(#b00020,#ff8f8f)}.UNKNOWN{color:light-dark(#505050,#b0b0b0)}
@media (max-width:640px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}.when{width:30%}.who{width:26%}.verdict{width:24%}}
@page{size:A4;margin:16mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif}}
@media print{:root{color-scheme:light}
body{font-size:9.5pt;line-height:1.4}main{max-width:none;padding:0}
h1{font-size:18pt}h2{font-size:13pt;margin-top:24px}h3{font-size:11pt;margin-top:16px}
code,pre{font-size:8pt}small{font-size:8pt}
dl{grid-template-columns:42mm minmax(0,1fr)}.when{width:42mm}.who{width:21%}.verdict{width:21mm}
h2,h3,dt,p:has(+pre),p:has(+table){break-after:avoid}tr,dd,li{break-inside:avoid}p,li,pre{orphans:3;widows:3}
thead{display:table-header-group}}`;
