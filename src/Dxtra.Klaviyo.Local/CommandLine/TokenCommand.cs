using System.CommandLine;
using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Local.Tokens;

namespace Dxtra.Klaviyo.Local.CommandLine;

/// <summary><c>token --controller DID [--role R]… [--subject WHO]</c>: prints a development token and nothing else.</summary>
internal static class TokenCommand
{
    public static Command Create(OutsideSettings outside)
    {
        var controller = new Option<string>("--controller")
        {
            Description = "The controller that the token acts for.",
            HelpName = "DID",
            Required = true,
        };
        var roles = new Option<string[]>("--role")
        {
            Description = "A role; may be given more than once. Default: " + string.Join(", ", DevelopmentToken.AllRoles),
            HelpName = "ROLE",
        };
        var subject = new Option<string>("--subject")
        {
            Description = "Who acts, as logs and approvals name them. Some things take two people.",
            HelpName = "WHO",
            DefaultValueFactory = _ => DevelopmentToken.DefaultSubject,
        };
        var data = SharedOptions.Data();
        controller.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>()?.StartsWith("did:", StringComparison.Ordinal) != true)
                result.AddError("--controller takes a decentralised identifier such as did:dep:…");
        });

        var command = new Command("token", "Prints a development token.") { controller, roles, subject, data };
        command.SetAction((parsed, _) => Outcome.OfAsync(parsed, async () =>
        {
            var key = outside.Find(SettingNames.DevelopmentKey) ?? DevelopmentKey.InDirectory(parsed.GetRequiredValue(data));
            var given = parsed.GetValue(roles) is { Length: > 0 } some ? some : null;
            var token = DevelopmentToken.Create(key, parsed.GetRequiredValue(controller), given, DateTimeOffset.UtcNow, parsed.GetRequiredValue(subject));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(token);
        }));
        return command;
    }
}
