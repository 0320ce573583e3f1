// The server has put a still of the board into the page. The program waits until that has been painted: its first task is so
// long that the cards would otherwise come after it. What the page would have run by itself is named by the tag of this.
const program = document.querySelector<HTMLScriptElement>('script[data-program]')?.dataset['program'];
if (!program) throw new Error('the still does not name the program');

const painted = new Promise<void>((resolve) => {
  // A page in the background is not painted.
  if (document.hidden) resolve();
  else requestAnimationFrame(() => setTimeout(resolve));
});

// What the server draws speaks Chinese.
if (document.documentElement.lang !== 'zh-CN') document.getElementById('still')?.remove();
void painted.then(() => import(/* @vite-ignore */ program));

export {};
