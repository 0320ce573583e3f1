/** The parts of a project's page, each with an address of its own. */
export const projectTabs = ['overview', 'progress', 'steps', 'problems', 'decisions', 'ratings', 'attachments', 'history'] as const;
export type ProjectTab = (typeof projectTabs)[number];
