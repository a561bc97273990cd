using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security.FirstRun;
using WaaS.Logistics.Platform.Security.People;
using WaaS.Logistics.Platform.Security.SignIn;
using WaaS.Logistics.Platform.Security.Stations;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security;

/// <summary>People, roles and cookies: one cookie is good for all services, also where they are processes of their own.</summary>
internal static class SecuritySetup
{
    public const string CookieName = "waas";
    internal static readonly TimeSpan ShiftLength = TimeSpan.FromHours(12);

    public static void Add(IServiceCollection services, PlatformSettings settings)
    {
        // Fixed name and keys in the database: every process reads every other's cookies.
        services.AddDataProtection().SetApplicationName("WaaS.Logistics").PersistKeysToDbContext<PlatformDb>();
        AddIdentity(services);
        AddCookie(services, settings);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<SignInGuard>();
        services.AddScoped<SignInPerson>();
        services.AddScoped<Sessions>();
        services.AddScoped<IConfirmPerson, ConfirmPerson>();
        services.TryAddScoped<IBadgeDirectory, BadgeDirectory>();
        services.AddSingleton<FirstRunLink>();
        services.AddScoped<CreateFirstAdmin>();
        services.AddScoped<PersonRules>();
        services.AddScoped<NewPerson>();
        services.AddScoped<ChangePerson>();
        services.AddScoped<ChangeSecrets>();
        services.AddScoped<BadgeLabels>();
        services.AddScoped<EnrolStation>();
        services.AddSingleton<KnownStations>();
        services.AddScoped(provider => provider.GetService<IScannerReader>() is { } reader ? ActivatorUtilities.CreateInstance<StationScanner>(provider, reader) : null!);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<AppUser>(options =>
            {
                // Length is what counts (BSI ORP.4, NIST SP 800-63B): no rules on the kinds of characters.
                options.Password = new PasswordOptions
                {
                    RequiredLength = 12, RequiredUniqueChars = 4, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
                options.User.RequireUniqueEmail = false;
            })
            .AddRoles<AppRole>()
            .AddEntityFrameworkStores<PlatformDb>()
            .AddClaimsPrincipalFactory<PersonClaimsFactory>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromSeconds(30);
            options.OnRefreshingPrincipal = refreshing =>
            {
                var current = refreshing.CurrentPrincipal;
                PersonClaims.Narrow(refreshing.NewPrincipal!, current?.FindFirst(PersonClaims.Way)?.Value ?? PersonClaims.ByBadge, current?.FindFirst(PersonClaims.Session)?.Value ?? "");
                return Task.CompletedTask;
            };
        });
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(1));
    }

    private static void AddCookie(IServiceCollection services, PlatformSettings settings) => services
        .AddAuthentication(IdentityConstants.ApplicationScheme)
        .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = settings.PublicUrl?.StartsWith("https:", StringComparison.Ordinal) == true ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = ShiftLength;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/login";
            cookie.ReturnUrlParameter = "back";
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = Validate,
                // An API answers by status; its body is written as problem details on the way out.
                OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized),
                OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden),
            };
        })
        // Nothing is remembered by it. Identity signs out of it whenever it ends a session, and without it the answer was an error instead of the sign-in page.
        .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<Sessions>().IsOpen(context.Principal))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && !context.Request.IsApi())
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
