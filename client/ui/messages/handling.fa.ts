/** What is said while one works on the canvas, in Persian. */
import type { Messages } from './en.ts';

export const fa: Messages['handling'] = {
  elementKeys: 'Enter انتخاب می‌کند، دوباره Enter نام را باز می‌کند، Shift F10 فهرست را می‌گشاید.',
  onlyMembers: (group) => `تنها اعضای ${group} یا تسهیلگر می‌توانند این را تغییر دهند.`,
  moreOfSheet: 'نمایش همهٔ بخش‌ها',
  lessOfSheet: 'نمایش کمتر',
  keyboardLinkHint: 'با جهت‌ها یا Tab سر دیگر پیوند را برگزینید؛ Enter پیوند می‌زند و Esc رها می‌کند.',
  keyboardLinkTo: (source, target) => `پیوند از ${source} به ${target}`,
  chooseEnd: 'سر دیگر پیوند را با جهت‌ها یا Tab برگزینید.',
  tapEmpty: 'برای افزودن شخص دو بار ضربه بزنید.',
  byFinger: {
    linkHint: 'جایی را که پیوند آغاز می‌شود لمس کنید، سپس جایی را که پایان می‌یابد.',
    placeHint: (kind) => `جای ${kind} را لمس کنید.`,
  },
  nothingToUndo: 'هنوز چیزی را تغییر نداده‌اید.',
  nothingToRedo: 'چیزی برگردانده نشده است.',
  nothingToLink: 'چیز دیگری روی تخته نیست که به آن پیوند بخورد.',
  whyNotKind: {
    membership: 'اشخاص و گروه‌ها عضو گروه می‌شوند.',
    contact: 'تماس دو شخص را به هم می‌پیوندد.',
    guidance: 'راهنمایی از گروهی به گروه دیگر می‌رود.',
    delegation: 'نمایندگی از گروه به نهاد می‌رود.',
    channel: '',
    tie: '',
  },
  alreadyMember: (member, group) => `${member} از پیش عضو ${group} است.`,
};
