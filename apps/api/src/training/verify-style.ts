/** The screens' own colours and measures, small enough to come with the page. Every text has at least 4.5:1. */
export const VERIFY_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f6f8fa;color:#1b1b1b;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
header{background:#fff;border-bottom:1px solid #d0d7de}
header div{max-width:44rem;margin:0 auto;padding:.85rem 1rem;display:flex;justify-content:space-between;align-items:center}
a{color:#0b5d86;padding:.25rem 0}
.product{font-size:1.25rem;font-weight:700;color:#084360;text-decoration:none}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.6rem;font-weight:650;margin:0 0 1rem}
h2{font-size:1.25rem;font-weight:650;margin:0}
h2.next{font-size:1.05rem;margin:2rem 0 .5rem}
.about{margin:0 0 1.25rem}
.small{font-size:.875rem;color:#4f5b66;margin:.5rem 0}
.status{display:flex;gap:1rem;align-items:flex-start;background:#fff;border:1px solid #d0d7de;border-left:.4rem solid #4f5b66;border-radius:.5rem;padding:1rem 1.1rem}
.status p{margin:.25rem 0 0}
.mark{flex:none;width:2.5rem;height:2.5rem;border-radius:50%;background:#4f5b66;color:#fff;font-size:1.35rem;font-weight:700;display:flex;align-items:center;justify-content:center}
.valid{border-left-color:#1f6b31}.valid .mark{background:#1f6b31}
.expiringSoon{border-left-color:#7a5c00}.expiringSoon .mark{background:#7a5c00}
.expired{border-left-color:#8f4300}.expired .mark{background:#8f4300}
.revoked{border-left-color:#a31d1d}.revoked .mark{background:#a31d1d}
dl{margin:1rem 0 0;background:#fff;border:1px solid #d0d7de;border-radius:.5rem;padding:.25rem 1.1rem}
dl div{display:grid;grid-template-columns:10rem 1fr;gap:.25rem 1rem;padding:.6rem 0;border-top:1px solid #e6eaee}
dl div:first-child{border-top:0}
dt{color:#4f5b66}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
label{font-weight:600;display:block}
form .small{margin:.1rem 0 .4rem}
.row{display:flex;gap:.5rem;flex-wrap:wrap}
input:not([type=hidden]){flex:1 1 16rem;min-width:0;font:inherit;padding:.55rem .75rem;border:1px solid #6b7680;border-radius:.5rem;background:#fff}
button{font:inherit;font-weight:600;padding:.55rem 1.25rem;border:0;border-radius:.5rem;background:#0b5d86;color:#fff;cursor:pointer}
:focus-visible{outline:3px solid #0b5d86;outline-offset:2px}
@media (max-width:30rem){dl div{grid-template-columns:1fr;gap:0}}
@media print{form,h2.next,header a:last-child{display:none}}
`;
