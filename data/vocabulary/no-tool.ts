/** Value of the sites that were looked at and use no tool that is known. */
export const noTool = 'none'
