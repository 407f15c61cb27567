// The chat answers without leaving the page; what htmx would swallow is told or followed here.

const failed = () => {
  const note = document.getElementById('pro-echec');
  if (note) note.hidden = false;
};

document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr } = event.detail;
  const here = xhr.response.includes('id="page-contenu"') && new URL(xhr.responseURL).pathname.includes('/pro');
  if (!here) {
    // The session has ended: what came is the way to log in.
    event.detail.shouldSwap = false;
    if (xhr.status < 400) location.assign(xhr.responseURL);
    else failed();
  } else if (xhr.status === 400 || xhr.status === 413) {
    event.detail.shouldSwap = true;
  } else if (xhr.status >= 400) {
    failed();
  }
});
document.addEventListener('htmx:sendError', failed);
