namespace WaaS.Logistics.Platform.Web;

/// <summary>What was wrong with a form, by field; an error without a field stands above the form.</summary>
public sealed class FormErrors
{
    private readonly List<(string? Field, string Message)> _errors = [];

    public bool Any => _errors.Count > 0;

    public IEnumerable<string> General => _errors.Where(error => error.Field is null).Select(error => error.Message);

    /// <summary>All that is not said at one of these fields.</summary>
    public IEnumerable<string> Beside(IReadOnlyCollection<string> fields) =>
        _errors.Where(error => error.Field is null || !fields.Contains(error.Field, StringComparer.OrdinalIgnoreCase)).Select(error => error.Message);

    public IEnumerable<string> For(string field) => _errors.Where(error => string.Equals(error.Field, field, StringComparison.OrdinalIgnoreCase)).Select(error => error.Message);

    public FormErrors Add(string? field, string message)
    {
        _errors.Add((field, message));
        return this;
    }

    /// <summary>For a page with several forms, which says the general ones itself.</summary>
    public FormErrors OfFields()
    {
        var own = new FormErrors();
        foreach (var (field, message) in _errors.Where(error => error.Field is not null))
            own.Add(field, message);
        return own;
    }

    /// <param name="refusals">Says it in the person's language.</param>
    public static FormErrors Of(RefusedException refused, Refusals refusals) => new FormErrors().Add(refused.Field, refusals.Say(refused));
}
