import { damagedStore } from './damaged-store.ts'
import { shortForm } from './short-form.ts'

shortForm(damagedStore)
