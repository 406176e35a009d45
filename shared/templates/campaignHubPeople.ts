/** Who and what there is in the `campaign-hub` template, in Persian and English. The people are invented. */

/** Persian spelling of the first names. */
const PERSIAN = `
  Arash آرش Kaveh کاوه Mina مینا Shirin شیرین Bahram بهرام Laleh لاله Nasrin نسرین Siavash سیاوش Mahin مهین
  Parviz پرویز Roya رؤیا Sohrab سهراب Taraneh ترانه Yashar یاشار Zohreh زهره Azar آذر Babak بابک Dariush داریوش
  Elham الهام Farhad فرهاد Golnar گلنار Hooman هومن Iraj ایرج Jila ژیلا Kamran کامران Leila لیلا Mehran مهران
  Negar نگار Omid امید Pari پری Ramin رامین Sara سارا Tina تینا Vida ویدا Yalda یلدا Ziba زیبا Aram آرام
  Bita بیتا Kurosh کوروش Dina دینا Ehsan احسان Fariba فریبا Giti گیتی Hamed حامد Ilnaz ایلناز Javad جواد
  Kian کیان Ladan لادن Maryam مریم Nader نادر Payam پیام Rana رعنا Saman سامان Tara تارا Vahid وحید
  Yasaman یاسمن Zahra زهرا Amir امیر Darya دریا Elnaz الناز Firuz فیروز Golshan گلشن Hedieh هدیه Iman ایمان
  Jamshid جمشید Khosro خسرو Mani مانی Nima نیما Parisa پریسا Reza رضا Sepideh سپیده Turaj تورج Vafa وفا
  Yusef یوسف Zhaleh ژاله Behnaz بهناز Davud داوود Forugh فروغ Ghazal غزل Homa هما Jalal جلال Keyvan کیوان
  Mahsa مهسا Naser ناصر Pouya پویا Rahim رحیم Sima سیما Taher طاهر Zari زری Atefeh عاطفه Bijan بیژن
  Hamid حمید Mansur منصور Nahid ناهید Puran پوران Rostam رستم Simin سیمین Ali علی Akbar اکبر Afsaneh افسانه
  Hossein حسین Karim کریم Mitra میترا Naghmeh نغمه Ahmad احمد Sanaz ساناز Setareh ستاره Shahin شاهین
  Soheila سهیلا Latif لطیف Mozhgan مژگان Nilufar نیلوفر Fereydun فریدون Shiva شیوا Mehri مهری Karam کرم Golbarg گلبرگ Anna آنا John جان Karl کارل
  Marie ماری Tom تام
`;

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [...PERSIAN.matchAll(/([A-Za-z]+)\s+(\S+)/g)].map(([, latin = '', persian = '']) => [latin, persian]),
);

/** A person is labelled in Persian; the caption says the name in Latin letters. */
export function inPersian(name: string): { label: string; caption: string } {
  const label = SPELLINGS.get(name);
  if (label === undefined) throw new RangeError(`No Persian spelling for ${name}.`);
  return { label, caption: name };
}

export interface Titled {
  readonly key: string;
  readonly fa: string;
  readonly en: string;
  readonly people: string;
}

export interface Campaign {
  readonly key: string;
  readonly fa: string;
  readonly en: string;
  readonly color: number;
  /** The first person of each is its spokesperson. */
  readonly institutions: readonly Titled[];
}

export const COMMITTEES: readonly (Titled & { readonly at: readonly [number, number] })[] = [
  {
    key: 'abroad',
    fa: 'خارج کشور',
    en: 'Committee abroad',
    at: [-330, -230],
    people: 'Babak Elham Farhad Golnar',
  },
  {
    key: 'publications',
    fa: 'انتشارات',
    en: 'Press committee',
    at: [0, -230],
    people: 'Dariush Jila Kamran Leila',
  },
  { key: 'youth', fa: 'جوانان', en: 'Youth committee', at: [330, -230], people: 'Tina Kian Tara Nima' },
  {
    key: 'regional',
    fa: 'منطقه‌ای',
    en: 'Regional committee',
    at: [-330, 230],
    people: 'Hooman Mehran Iraj Negar',
  },
  { key: 'media', fa: 'رسانه', en: 'Media committee', at: [0, 230], people: 'Pari Ramin Sara Vida' },
  { key: 'finance', fa: 'مالی', en: 'Finance committee', at: [330, 230], people: 'Yalda Ziba Aram Bita' },
];

export const CAMPAIGNS: readonly Campaign[] = [
  {
    key: 'executions',
    fa: 'کارزار علیه اعدام',
    en: 'campaign against executions',
    color: 5,
    institutions: [
      { key: 'no-executions', fa: 'نهاد علیه اعدام', en: 'Against executions', people: 'Kurosh Dina Ehsan' },
      { key: 'no-stoning', fa: 'نهاد علیه سنگسار', en: 'Against stoning', people: 'Fariba Giti Hamed' },
      { key: 'prisoners', fa: 'دفاع از زندانیان', en: 'Prisoners’ defence', people: 'Ilnaz Javad Ladan' },
    ],
  },
  {
    key: 'women',
    fa: 'کارزار حقوق زنان',
    en: 'campaign for women’s rights',
    color: 6,
    institutions: [
      { key: 'rights', fa: 'نهاد حقوق زنان', en: 'Women’s rights', people: 'Maryam Yasaman Zahra' },
      { key: 'house', fa: 'خانهٔ زنان', en: 'Women’s house', people: 'Elnaz Golshan Hedieh' },
      { key: 'no-violence', fa: 'علیه خشونت', en: 'Against violence', people: 'Parisa' },
    ],
  },
  {
    key: 'children',
    fa: 'کارزار کودکان و پناهندگان',
    en: 'campaign for children and refugees',
    color: 2,
    institutions: [
      { key: 'defence', fa: 'دفاع از کودکان', en: 'Children’s defence', people: 'Rana Saman Nader' },
      { key: 'refugees', fa: 'فدراسیون پناهندگان', en: 'Refugee federation', people: 'Payam Vahid Darya' },
      { key: 'school', fa: 'مدرسهٔ آزاد', en: 'Free school', people: 'Amir Firuz Iman' },
    ],
  },
  {
    key: 'solidarity',
    fa: 'کارزار همبستگی کارگری',
    en: 'campaign of workers’ solidarity',
    color: 4,
    institutions: [
      { key: 'workers', fa: 'همبستگی کارگری', en: 'Workers’ solidarity', people: 'Jamshid Khosro Mani' },
      { key: 'strike-fund', fa: 'صندوق اعتصاب', en: 'Strike fund', people: 'Reza Sepideh Turaj' },
      { key: 'secular', fa: 'جدایی دین از دولت', en: 'Secular council', people: 'Vafa Yusef Zhaleh' },
      { key: 'students', fa: 'انجمن دانشجویان', en: 'Students’ association', people: 'Behnaz Davud Forugh' },
    ],
  },
];

/** Two rows; the person of each is its editor. Between them stands the reader whom both reach. */
export const PRESS: readonly (readonly Titled[])[] = [
  [
    { key: 'weekly', fa: 'هفته‌نامه', en: 'Weekly publication', people: 'Ghazal' },
    { key: 'monthly', fa: 'ماهنامه', en: 'Labour publication', people: 'Homa' },
    { key: 'theory', fa: 'نظریه', en: 'Theory publication', people: 'Jalal' },
    { key: 'youth-paper', fa: 'جوانان', en: 'Youth publication', people: 'Keyvan' },
    { key: 'women-paper', fa: 'زنان', en: 'Women’s publication', people: 'Mahsa' },
    { key: 'student-paper', fa: 'دانشجو', en: 'Student publication', people: 'Naser' },
    { key: 'arts', fa: 'هنر', en: 'Arts publication', people: 'Pouya' },
    { key: 'newsletter', fa: 'خبرنامه', en: 'News publication', people: 'Rahim' },
  ],
  [
    { key: 'refugee-paper', fa: 'پناهنده', en: 'Refugee publication', people: 'Sima' },
    { key: 'child-paper', fa: 'کودک', en: 'Child publication', people: 'Taher' },
    { key: 'town-paper', fa: 'شهر', en: 'Town publication', people: 'Zari' },
    { key: 'english', fa: 'انگلیسی', en: 'English publication', people: 'Atefeh' },
    { key: 'german', fa: 'آلمانی', en: 'German publication', people: 'Bijan' },
    { key: 'website', fa: 'وبگاه', en: 'Website', people: 'Hamid' },
    { key: 'social', fa: 'شبکه‌ها', en: 'Social page', people: 'Mansur' },
    { key: 'video', fa: 'صفحهٔ ویدئو', en: 'Video page', people: 'Nahid' },
  ],
];

/** Pages that reach nobody yet. */
export const UNREAD: ReadonlySet<string> = new Set(['video']);

export const READERS = 'Puran Rostam Simin Ali Akbar Afsaneh Hossein Karim';

export const PARTNERS: readonly Titled[] = [
  { key: 'sweden', fa: 'سوئد', en: 'partner, Sweden', people: 'Anna' },
  { key: 'canada', fa: 'کانادا', en: 'partner, Canada', people: 'John' },
  { key: 'germany', fa: 'آلمان', en: 'partner, Germany', people: 'Karl' },
  { key: 'france', fa: 'فرانسه', en: 'partner, France', people: 'Marie' },
  { key: 'britain', fa: 'بریتانیا', en: 'partner, Britain', people: 'Tom' },
];
