/** What checks say, in Persian. */

import { numbers } from '../../text/plural.ts';
import type { CheckMessages } from './message.ts';

const n = numbers('fa');

/** Where something is, if that is known. */
const within = (group: string) => (group === '' ? '' : ` در ${group}`);

export const fa: CheckMessages = {
  locale: 'fa',
  others: (count) => `${n(count)} مورد دیگر`,

  sentences: {
    horizontal: ({ cells }) => `پیوندی ${cells} را به هم وصل می‌کند که نباید از هم خبر داشته باشند.`,
    intermediary: ({ cell, guide }) => `${cell} را ${guide} هدایت می‌کند، نه مرکز.`,
    'intermediary-two': ({ cell, guides }) => `${cell} بیش از یک راهنما دارد: ${guides}.`,
    unrooted: ({ cell }) => `هیچ‌کس از ${cell} در حلقه‌ای نیست.`,
    'isolated-circle': ({ circle }) => `هیچ‌کس در ${circle} کسی را بیرون از آن نمی‌شناسد.`,
    'double-cell': ({ person, cells }) => `${person} در ${cells} است.`,
    bridge: ({ person, circles, count }) =>
      count === 1
        ? `بدون ${person}، ${circles} جدا می‌افتد.`
        : `بدون ${person}، ${n(count)} حلقه جدا می‌افتند، از جمله ${circles}.`,
    overknowing: ({ person, percent, limit }) =>
      `${person} ${n(percent)}٪ تخته را می‌بیند؛ بیش از ${n(limit)}٪ زیاد است.`,
    'overknowing-all': ({ percent }) => `همه ${n(percent)}٪ تخته را می‌بینند.`,

    'bureau-size': ({ body, group, count, least, most }) =>
      `${body}${within(group)} به جای ${n(least)} تا ${n(most)} عضو، ${n(count)} عضو دارد.`,
    'small-factory': ({ cell, count, nearest }) =>
      `${cell} فقط ${n(count)} عضو دارد. نزدیک‌ترین حوزهٔ کارخانه ${nearest} است.`,
    'small-factory-alone': ({ cell, count }) => `${cell} فقط ${n(count)} عضو دارد.`,
    'factory-majority': ({ body, group, count, fromFactories }) =>
      `${n(fromFactories)} نفر از ${n(count)} عضو ${body}${within(group)} از حوزه‌های کارخانه‌اند؛ باید بیش از نیمی باشند.`,
    'double-vote': ({ person, factory, street }) =>
      `${person} هم در ${factory} است و هم در ${street}، و فقط در حوزهٔ کارخانه رأی می‌دهد.`,
    'double-vote-helps': ({ person, factory, street }) =>
      `${person} به ${street} کمک می‌کند و فقط در ${factory} رأی می‌دهد.`,
    unplaced: ({ cell }) => `${cell} در هیچ بخش یا گروه محلی نیست.`,
    'unplaced-district': ({ district }) => `${district} در هیچ ناحیه‌ای نیست.`,
    delegates: ({ group, sent, due }) =>
      `${group} ${n(sent)} نماینده می‌فرستد؛ به نسبت اعضا ${n(due)} نماینده می‌شود.`,
    unconfirmed: ({ body, group }) =>
      `${body}${within(group)} منصوب شده و نمایندگان هنوز آن را تأیید نکرده‌اند.`,

    'fraction-outside': ({ person, fraction, organization }) =>
      `${person} در ${fraction} است ولی عضو ${organization} نیست.`,
    unguided: ({ fraction, organization }) => `${fraction}${within(organization)} راهنمایی ندارد.`,
    'isolated-fraction': ({ organization, count, inFraction }) =>
      `از ${n(count)} نفر در ${organization}، ${n(inFraction)} نفر فراکسیون آن‌اند.`,
    'no-fraction': ({ organization }) => `${organization} فراکسیون ندارد.`,
    level: ({ fraction, organization, guide }) =>
      `${fraction}${within(organization)} را ${guide} هدایت می‌کند که در سطح دیگری است.`,
    collective: ({ organization, parent }) => `${organization} بدون نمایندهٔ معلوم عضو ${parent} است.`,

    'no-spokesperson': ({ institution }) => `${institution} سخنگو ندارد.`,
    'no-editor': ({ publication }) => `${publication} سردبیر ندارد.`,
    'no-audience': ({ medium }) => `${medium} به کسی نمی‌رسد.`,
    'one-person': ({ institution, person }) => `${institution} تنها به ${person} وابسته است.`,
    'detached-branch': ({ branch }) => `هیچ پیوندی ${branch} را به کانون وصل نمی‌کند.`,
    overloaded: ({ person, count, most }) => `${person} ${n(count)} نقش دارد؛ بیش از ${n(most)} زیاد است.`,

    reach: ({ paper, readers, hands }) => `${paper} با ${n(hands)} دست به ${n(readers)} خواننده می‌رسد.`,
    overstretched: ({ person, count, most }) =>
      `${person} نشریه را به ${n(count)} خواننده می‌رساند؛ بیش از ${n(most)} زیاد است.`,
    'dead-end': ({ readers, count }) =>
      count === 1
        ? `${readers} راهی به گروه مطالعه ندارد.`
        : `${n(count)} خواننده، ${readers}، راهی به گروه مطالعه ندارند.`,
    'thin-bridge': ({ site, person }) => `نشریه تنها از راه ${person} به ${site} می‌رسد.`,
    'no-study-group': ({ network }) => `هیچ‌کس از ${network} در گروه مطالعه نیست.`,

    'repair-unlink': ({ ends }) => `برداشتن پیوند میان ${ends}`,
    'repair-leave': ({ person, groups }) => `بیرون آوردن ${person} از ${groups}`,
    'repair-join': ({ member, group }) => `وابسته کردن ${member} به ${group}`,
    'repair-guide': ({ guide, group }) => `سپردن هدایت ${group} به ${guide}`,
    'repair-elect': ({ group, body }) => `انتخاب ${body} از سوی ${group}`,
  },

  rules: {
    horizontal: { title: 'پیوند میان هسته‌ها', rule: 'هیچ پیوندی دو هستهٔ جدا را به هم وصل نمی‌کند.' },
    intermediary: {
      title: 'چیزی در میان',
      rule: 'هر هسته را خود مرکز هدایت می‌کند و نهادی در میان نیست.',
    },
    unrooted: { title: 'هستهٔ بی‌ریشه', rule: 'اعضای هسته مانند هر کس دیگر در حلقه‌ها هستند.' },
    'isolated-circle': {
      title: 'حلقهٔ تنها',
      rule: 'حلقه‌ها از راه آشنایی شخصی تک‌تک اعضا به هم می‌رسند.',
    },
    'double-cell': {
      title: 'در دو هسته',
      rule: 'هسته‌ها از هم خبر ندارند، پس هیچ‌کس در دو هسته نیست.',
    },
    bridge: { title: 'وابسته به یک نفر', rule: 'شبکهٔ حلقه‌ها نباید با نبودن یک نفر از هم بپاشد.' },
    overknowing: { title: 'زیاد می‌داند', rule: 'هیچ‌کس از همهٔ گسترهٔ شبکه خبر ندارد.' },

    'bureau-size': { title: 'اندازهٔ دفتر', rule: 'هر دفتر سه تا پنج عضو دارد.' },
    'small-factory': {
      title: 'حوزهٔ کارخانهٔ کوچک',
      rule: 'جایی که فقط یک یا دو نفر کار می‌کنند، آنان به نزدیک‌ترین حوزهٔ کارخانه وابسته می‌شوند.',
    },
    'factory-majority': {
      title: 'اکثریت از کارخانه‌ها',
      rule: 'بیش از نیمی از دفتر بخش و از کمیتهٔ ناحیه اعضای حوزه‌های کارخانه‌اند.',
    },
    'double-vote': {
      title: 'دو حوزه، یک رأی',
      rule: 'کسی که به حوزهٔ خیابان کمک می‌کند دربارهٔ آنچه در حوزهٔ کارخانه رأی داده آنجا رأی نمی‌دهد.',
    },
    unplaced: {
      title: 'بی‌جا',
      rule: 'حوزه‌ها بخش یا گروه محلی می‌سازند و بخش‌ها ناحیه.',
    },
    delegates: {
      title: 'نمایندگان نامتناسب',
      rule: 'بخش‌ها به نسبت اعضای خود نماینده می‌فرستند.',
    },
    unconfirmed: {
      title: 'تأییدنشده',
      rule: 'نهاد بالاتر می‌تواند کمیته‌ای را منصوب کند تا نمایندگان آن را تأیید کنند.',
    },

    'fraction-outside': {
      title: 'بیرون از سازمان',
      rule: 'فراکسیون از کسانی است که عضو همان سازمان‌اند.',
    },
    unguided: { title: 'بی‌راهنما', rule: 'فراکسیون را نهاد حزبی هم‌سطح آن هدایت می‌کند.' },
    'isolated-fraction': {
      title: 'فراکسیون تنها',
      rule: 'فراکسیون‌ها در سازمان‌هایی کار می‌کنند که از آنِ حزب نیست، میان اعضای آن‌ها.',
    },
    'no-fraction': {
      title: 'بی‌فراکسیون',
      rule: 'کسانی که عضو یک سازمان‌اند در آن فراکسیون می‌سازند.',
    },
    level: { title: 'سطح دیگر', rule: 'فراکسیون را نهاد حزبی همان سطح هدایت می‌کند.' },
    collective: {
      title: 'بی‌نمایندهٔ معلوم',
      rule: 'سازمانی که یکجا عضو سازمان دیگری است نماینده‌ای معلوم دارد.',
    },

    'no-spokesperson': { title: 'بی‌سخنگو', rule: 'هر نهاد با سخنگویان شناخته‌شده معرفی می‌شود.' },
    'no-editor': { title: 'بی‌سردبیر', rule: 'هر نشریه سردبیری دارد.' },
    'no-audience': { title: 'به کسی نمی‌رسد', rule: 'کانال پیوندی با مردم بسیار است.' },
    'one-person': {
      title: 'وابسته به یک نفر',
      rule: 'نهاد بیش از یک نفر است که آن را معرفی می‌کند.',
    },
    'detached-branch': { title: 'بی‌پیوند', rule: 'هر بخش به کانون پیوند دارد.' },
    overloaded: { title: 'نقش‌های زیاد', rule: 'هیچ‌کس هم‌زمان بیش از چند نقش ندارد.' },

    reach: {
      title: 'گستره',
      rule: 'پخش‌کننده نشریه را به خوانندگان می‌رساند و برخی از آنان به دیگران.',
    },
    overstretched: {
      title: 'خوانندگان زیاد',
      rule: 'پخش‌کننده به چند خواننده می‌رساند و برخی از آنان به دیگران.',
    },
    'dead-end': { title: 'بن‌بست', rule: 'شبکه‌های خوانندگان گام به گام به گروه‌های مطالعه می‌رسند.' },
    'thin-bridge': {
      title: 'تنها از راه یک نفر',
      rule: 'محل کار نباید با نبودن یک نفر از دسترس نشریه بیرون برود.',
    },
    'no-study-group': { title: 'بی گروه مطالعه', rule: 'هر شبکه به گروه مطالعهٔ منظمی می‌رسد.' },
  },

  sources: {
    'circles-and-cells': {
      source: 'راهنمای منتشرشدهٔ یک حزب برای کار در میان کارگران ایران',
      year: '۱۹۸۶',
    },
    territorial: { source: 'آیین‌نامهٔ تشکیلاتی منتشرشدهٔ یک بین‌الملل احزاب', year: '۱۹۲۴' },
    fractions: { source: 'قطعنامهٔ منتشرشده دربارهٔ کار در سازمان‌های توده‌ای', year: '۱۹۲۶' },
    'campaign-hub': { source: 'گزارش منتشرشدهٔ یک هیئت اجرایی به کنگرهٔ حزب', year: '۲۰۱۴' },
    'readers-network': {
      source: 'گزارش‌های منتشرشده از کار گرد نشریهٔ یک حزب',
      year: 'دههٔ ۲۰۱۰',
    },
  },
};
