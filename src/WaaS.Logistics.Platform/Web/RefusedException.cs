using Microsoft.AspNetCore.Http;

namespace WaaS.Logistics.Platform.Web;

/// <summary>
/// A rule says no, and says which and what to do. Shown as problem details by the API and as a message by a page; the text in the
/// person's language is the resource <c>Refused_{rule}</c> of the service (or what <see cref="Worded"/> names), else <paramref name="message"/>.
/// </summary>
/// <param name="rule">Stable name of the rule, kebab case.</param>
/// <param name="message">English; names the field and the remedy.</param>
/// <param name="arguments">For the resource's place holders, in their order; a state is given as it is, and said by the service's word for it.</param>
public class RefusedException(string rule, string message, int status = StatusCodes.Status409Conflict, string? field = null, params object[] arguments)
    : Exception(message)
{
    internal const string NotFoundRule = "not-found";

    public string Rule { get; } = rule;

    public int Status { get; } = status;

    public string? Field { get; } = field;

    /// <summary>The page with the remedy, as a path of this product.</summary>
    public string? Help { get; init; }

    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>What it is worded by: the rule, where one rule says no in one way only.</summary>
    internal string Wording { get; private set; } = rule;

    /// <summary>Names the words of this one of several ways in which the rule says no: resource <c>Refused_{wording}</c>.</summary>
    /// <param name="wording">Kebab case; other programs never see it.</param>
    public RefusedException Worded(string wording)
    {
        Wording = wording;
        return this;
    }

    public static RefusedException Invalid(string field, string message, params object[] arguments) =>
        new($"invalid-{field.ToLowerInvariant()}", message, StatusCodes.Status400BadRequest, field, arguments);

    public static RefusedException NotFound(string what, string id) =>
        new(NotFoundRule, $"There is no {what} '{id}'.", StatusCodes.Status404NotFound, null, what, id);
}
