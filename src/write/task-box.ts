/** What stands before a task of a list, in every format. */
export const taskBox = (isDone: boolean): string => (isDone ? '☑' : '☐')
