import { useToast } from './Toast.tsx';

/** Copies a link and says whether it worked. */
export function useCopy(words: { copied: string; notCopied: string }): (link: string) => void {
  const toast = useToast();
  return (link) => {
    // Without TLS away from localhost the browser keeps its clipboard to itself.
    const copied = navigator.clipboard ? navigator.clipboard.writeText(link) : Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast({ text: words.copied }),
      () => toast({ tone: 'failure', text: words.notCopied }),
    );
  };
}
