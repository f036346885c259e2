import type {
  Draft,
  DraftRequest,
  Findings,
  Overview,
  SaveClaim,
  SaveJudgment,
  Saving,
  SourceText,
  Weighed,
  WeighRequest,
} from '../api.ts'

/** The token comes behind the `#` of the address that the command printed, and is kept for this tab alone. */
function takeToken(): string {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
  if (given) {
    sessionStorage.setItem('token', given)
    history.replaceState(null, '', '/#/sources')
  }
  return sessionStorage.getItem('token') ?? ''
}
const token = takeToken()

const request = (path: string, body?: unknown) =>
  fetch(path, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })

async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await request(path, body)
  const answer: T & { error?: string } = await response.json()
  // A conflict is an answer, and no failure.
  if (!response.ok && response.status !== 409) throw new Error(answer.error ?? response.statusText)
  return answer
}

export const ask = {
  project: () => call<Overview>('/api/project'),
  source: (id: string) => call<SourceText>(`/api/sources/${encodeURIComponent(id)}`),
  /** The file that a text was taken from. */
  file: async (id: string) => {
    const response = await request(`/api/sources/${encodeURIComponent(id)}/file`)
    if (!response.ok) throw new Error((await response.json()).error)
    return new Uint8Array(await response.arrayBuffer())
  },
  findings: () => call<Findings>('/api/findings'),
  changes: (after: number) => call<{ version: number }>(`/api/changes?after=${after}`),
  draft: (request: DraftRequest) => call<Draft>('/api/draft', request),
  saveClaim: (request: SaveClaim) => call<Saving>('/api/claims', request),
  weigh: (request: WeighRequest) => call<Weighed>('/api/weigh', request),
  saveJudgment: (request: SaveJudgment) => call<Saving>('/api/judgments', request),
  build: () => call<Findings>('/api/build', {}),
}
