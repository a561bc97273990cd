using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Returns.Resources;

internal sealed class Texts : LocalTexts;
