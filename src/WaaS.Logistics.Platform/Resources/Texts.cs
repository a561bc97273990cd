using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Resources;

internal sealed class Texts : LocalTexts
{
    public string Role(string role) => this["Role_" + role.Replace('-', '_')];
}
