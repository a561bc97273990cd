using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Sanitization.Resources;

internal sealed class Texts : LocalTexts;
