using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Resources;

internal sealed class Texts : LocalTexts;
