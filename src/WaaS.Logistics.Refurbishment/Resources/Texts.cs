using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Refurbishment.Resources;

internal sealed class Texts : LocalTexts;
