using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Builder;

[SuppressMessage("Design", "CA1052:Static holder types should be Static or NotInheritable", Justification = "The official type is a plain class.")]
public class FunctionsApplication
{
    /// <summary>
    /// A builder with the runtime's services, the configuration (environment and command line over <c>local.settings.json</c> over
    /// <c>host.json</c>) and console logging in place. The functions are those of the assembly that the environment's
    /// application name names: the program itself, unless <c>--applicationName</c> says otherwise.
    /// </summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
