using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Rentals.Resources;

internal sealed class Texts : LocalTexts;
