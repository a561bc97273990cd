namespace WaaS.Logistics.Platform.Security;

/// <summary>What the cookie says about a person beyond id, name and roles.</summary>
public static class PersonClaims
{
    public const string DisplayName = "waas:name";
}
