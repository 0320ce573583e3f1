// The server has put a still of the board into the page. The program waits until that has been painted: to fetch and to read it
// would take the processor from the still's first layout, and its first task is so long that the cards would come after it. What
// the page would have run by itself is named by the tag of this, and beside it what the program will ask for first.
const { program, ahead } = document.querySelector<HTMLScriptElement>('script[data-program]')?.dataset ?? {};
if (!program || !ahead) throw new Error('the still does not name the program');

const painted = new Promise<void>((resolve) => {
  // A page in the background is not painted.
  if (document.hidden) resolve();
  else requestAnimationFrame(() => setTimeout(resolve));
});

// What the server draws speaks Chinese.
if (document.documentElement.lang !== 'zh-CN') document.getElementById('still')?.remove();
void painted.then(() => {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = ahead;
  document.head.append(link);
  return import(/* @vite-ignore */ program);
});

export {};
