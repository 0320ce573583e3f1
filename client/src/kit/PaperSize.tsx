const sizes = { a3: '420mm 297mm', a4: '297mm 210mm' } as const;

/** The landscape paper that a page prints on: a stylesheet cannot read which one was asked for, so its box stands in the page. */
export function PaperSize({ paper, margin }: { paper: keyof typeof sizes; margin?: string }) {
  return <style>{`@page { size: ${sizes[paper]};${margin ? ` margin: ${margin};` : ''} }`}</style>;
}
