using System.Globalization;

namespace WaaS.Logistics.Platform.Web;

/// <summary>Words a refusal in the language of the person: resource <c>Refused_{rule}</c> of any service, else the exception's own English.</summary>
public sealed class Refusals(IEnumerable<LocalTexts> texts)
{
    public string Say(RefusedException refused)
    {
        var key = "Refused_" + refused.Rule.Replace('-', '_');
        var text = texts.Select(own => own.Find(key)).FirstOrDefault(found => found is not null);
        return text is null ? refused.Message : string.Format(CultureInfo.CurrentCulture, text, [.. refused.Arguments]);
    }
}
