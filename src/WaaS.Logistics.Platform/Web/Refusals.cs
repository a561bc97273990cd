using System.Globalization;
using System.Reflection;

namespace WaaS.Logistics.Platform.Web;

/// <summary>Words a refusal in the language of the person: resource <c>Refused_{rule}</c> of the service that refused, else the exception's own English.</summary>
public sealed class Refusals(IEnumerable<LocalTexts> texts)
{
    private static readonly Assembly Platform = typeof(Refusals).Assembly;

    public string Say(RefusedException refused)
    {
        var key = "Refused_" + refused.Wording.Replace('-', '_').ToLowerInvariant();
        // Two services may call different rules by one name; what is refused in many places alike is worded by the platform.
        var thrownBy = refused.TargetSite?.DeclaringType?.Assembly;
        var text = Find(key, thrownBy) ?? (refused.Rule == RefusedException.NotFoundRule ? Find(key, Platform) : null);
        return text is null ? refused.Message : string.Format(CultureInfo.CurrentCulture, text, [.. refused.Arguments.Select(argument => Word(argument, thrownBy))]);
    }

    private object Word(object argument, Assembly? service) => argument is Enum state ? Find($"{state.GetType().Name}_{state}", service) ?? state.ToString() : argument;

    private string? Find(string key, Assembly? service) => texts
        .Where(own => service is null || own.GetType().Assembly == service)
        .Select(own => own.Find(key)).FirstOrDefault(found => found is not null);
}
