import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { kk } from './kk.ts'
import type { Language } from './language.ts'
import { ru } from './ru.ts'

export const languages: readonly Language[] = [en, ru, kk, fr, de]
