using System.CommandLine;
using Dxtra.Klaviyo.Local.Certificates;

namespace Dxtra.Klaviyo.Local.CommandLine;

/// <summary><c>verify FILE [--jwks FILE]</c>: checks the certificate of a deletion without a network.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The certificate, as it was downloaded." };
        var published = new Option<string?>("--jwks")
        {
            Description = "The issuer's public keys: what GET /api/.well-known/jwks.json answers. Without them the key in the certificate is used.",
            HelpName = "FILE",
        };
        var command = new Command("verify", "Checks the certificate of a deletion, and says what it certifies.") { file, published };
        command.SetAction((parsed, ct) => Outcome.OfAsync(parsed, async () =>
        {
            var genuine = await CertificateCheck.RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(published), ct);
            foreach (var line in CertificateLines.Of(genuine))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
        }));
        return command;
    }
}
