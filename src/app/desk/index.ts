/**
 * The workbench: what its pages show of a project, and what they send made into changed files. `Desk` holds a project and
 * answers in the terms of `api.ts`, `requests.ts` is the shape of what may be sent; `client/` is the pages themselves, a
 * program of their own that knows nothing here but `api.ts`. The server is in `cli/`.
 */

export { Desk, NotFound } from './desk.ts'
export { draftRequest, isBadRequest, saveClaim, saveJudgment, weighRequest } from './requests.ts'
