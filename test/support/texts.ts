import ts from 'typescript';

/** A text of a source file that people read: a docstring, or the words of a string, a template or an element. */
export interface SourceText {
  readonly line: number;
  readonly kind: 'docstring' | 'string';
  readonly text: string;
}

/** The docstrings and strings of a source file, without the names of modules. */
export function textsOf(path: string, source: string): readonly SourceText[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const texts: SourceText[] = [];
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) {
      texts.push({ line: lineAt(node.getStart()), kind: 'string', text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const { index, 0: comment } of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const text = comment.slice(3, -2).replaceAll(/\n\s*\*/g, '\n');
    texts.push({ line: lineAt(index), kind: 'docstring', text: text.replaceAll(/\s+/g, ' ').trim() });
  }
  return texts;
}
