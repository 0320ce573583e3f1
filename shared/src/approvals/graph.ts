/** A step as a node: what has to be settled before it. */
export type GraphNode<Key extends string> = { id: Key; needs: readonly Key[] };

/** The first circle among the nodes, each needed by the one before it; null where there is none. */
export function circleIn<Key extends string>(nodes: readonly GraphNode<Key>[]): Key[] | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const settled = new Set<Key>();
  function walk(id: Key, path: readonly Key[]): Key[] | null {
    const seen = path.indexOf(id);
    if (seen >= 0) return path.slice(seen);
    const node = byId.get(id);
    if (!node || settled.has(id)) return null;
    for (const need of node.needs) {
      const circle = walk(need, [...path, id]);
      if (circle) return circle;
    }
    settled.add(id);
    return null;
  }
  for (const { id } of nodes) {
    const circle = walk(id, []);
    if (circle) return circle;
  }
  return null;
}

/** The nodes so that each comes after all that it needs; the order given is kept where it may be. */
export function inOrder<Key extends string, Node extends GraphNode<Key>>(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const placed = new Set<Key>();
  const ordered: Node[] = [];
  function place(node: Node): void {
    if (placed.has(node.id)) return;
    placed.add(node.id);
    for (const need of node.needs) {
      const before = byId.get(need);
      if (before) place(before);
    }
    ordered.push(node);
  }
  nodes.forEach(place);
  return ordered;
}
