using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Custody.Resources;

internal sealed class Texts : LocalTexts;
