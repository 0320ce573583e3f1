import { lookAtEveryPage } from './looks.ts';

lookAtEveryPage('en');
