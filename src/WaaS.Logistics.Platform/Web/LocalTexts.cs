using System.Globalization;
using System.Resources;

namespace WaaS.Logistics.Platform.Web;

/// <summary>
/// The words of one service in both languages, from <c>Resources/Texts.resx</c> (English) and <c>Texts.de.resx</c>. A service derives an
/// empty class <c>Texts</c> in its folder <c>Resources</c>; keys are written as literals, so that a test can hold the two files to the code.
/// </summary>
public abstract class LocalTexts
{
    private readonly ResourceManager _resources;

    protected LocalTexts() => _resources = new ResourceManager(GetType().FullName!, GetType().Assembly);

    public string this[string key] => Find(key) ?? key;

    public string this[string key, params object?[] arguments] => string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    /// <summary>The text for a number of things: keys <c>{key}_one</c> and <c>{key}_other</c>, the only categories English and German have for whole numbers (CLDR); {0} is the number.</summary>
    public string Count(string key, long number) => this[number == 1 ? key + "_one" : key + "_other", number];

    /// <summary>The word for a state: key <c>{Enum}_{Value}</c>.</summary>
    public string Of<TEnum>(TEnum value) where TEnum : struct, Enum => this[$"{typeof(TEnum).Name}_{value}"];

    /// <returns>Null where the key does not exist.</returns>
    public string? Find(string key) => _resources.GetString(key, CultureInfo.CurrentUICulture);
}
