import { type Root, sha256 } from '../../core/index.ts'
import type { Pack } from '../../corpus/index.ts'
import { imprintOf } from '../../document/index.ts'
import { manifestFile } from './manifest.ts'
import type { Project } from './project.ts'

/** The text with the pack's imprint behind it. */
export function withImprint(body: Root, pack: Pack, project: Project): Root {
  const formats: readonly string[] = project.formats ?? pack.formats
  const hasAttachments = formats.includes('pdf') || formats.includes('docx')
  const digest = sha256(manifestFile(project, pack.id))
  return { ...body, children: [...body.children, ...imprintOf(pack, { digest, hasAttachments })] }
}
