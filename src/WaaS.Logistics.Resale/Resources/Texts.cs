using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Resale.Resources;

internal sealed class Texts : LocalTexts;
