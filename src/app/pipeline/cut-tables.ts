import { type DraftNode, type Log, type Place, type Section, type Table, walk } from '../../core/index.ts'

/** The places of the tables of the sections, which are gone once the text is resolved, by where they begin and how long they are. */
export function tablePlaces(sections: readonly Section[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const section of sections) {
    for (const node of walk<DraftNode>(section.tree)) {
      if (node.type === 'table') places.set(keyOfTable(node), section.place(node))
    }
  }
  return places
}

const keyOfTable = ({ position, children }: Pick<Table, 'position'> & { readonly children: readonly unknown[] }) =>
  `${position?.start.offset}-${position?.end.offset}-${children.length}`

/** Reports a table in which words would be cut, whatever is done for it. */
export function cutTables(places: ReadonlyMap<string, Place>, log: Log): (table: Table) => void {
  return (table) => {
    const columns = Math.max(...table.children.map(({ children }) => children.length))
    const reason = `The table has ${columns} columns, and its words and numbers would be cut even on a turned page in type of 7 points`
    const notes = ['take columns out, or make two tables of it']
    log.report('markdown-is-supported', places.get(keyOfTable(table)) ?? { file: 'templates' }, reason, { notes })
  }
}
