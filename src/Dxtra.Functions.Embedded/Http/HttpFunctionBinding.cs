using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace Dxtra.Functions.Embedded;

/// <summary>How the parameters of one HTTP function are filled from a request: the request itself, its body, its route values.</summary>
internal sealed class HttpFunctionBinding
{
    private readonly ParameterInfo? _body;

    /// <exception cref="InvalidOperationException">A parameter that nothing in a request could fill.</exception>
    public HttpFunctionBinding(FunctionDescriptor function, RoutePattern route)
    {
        if (function.TriggerParameter.ParameterType != typeof(HttpRequest))
            throw new InvalidOperationException($"Function '{function.Name}': the parameter of its HTTP trigger must be an HttpRequest.");

        foreach (var parameter in function.Method.GetParameters().Where(p => p != function.TriggerParameter && !FunctionInvoker.Binds(p)))
        {
            if (IsBody(parameter))
                _body = parameter;
            else if (route.GetParameter(parameter.Name!) is null)
                throw new InvalidOperationException($"Function '{function.Name}': nothing in '{route.RawText}' fills the parameter '{parameter.Name}'.");
        }
    }

    /// <exception cref="JsonException">The body is wanted, and is missing or malformed.</exception>
    public async ValueTask<Func<ParameterInfo, object?>> BindAsync(HttpContext http)
    {
        var body = _body is null ? null : await ReadBodyAsync(http, _body.ParameterType);
        return parameter => parameter.ParameterType == typeof(HttpRequest) ? http.Request
            : IsBody(parameter) ? body
            : RouteValue(parameter, http.Request.RouteValues[parameter.Name!]);
    }

    private static bool IsBody(ParameterInfo parameter) => parameter.IsDefined(typeof(FromBodyAttribute));

    private static async ValueTask<object> ReadBodyAsync(HttpContext http, Type type)
    {
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        return await http.Request.ReadFromJsonAsync(type, json, http.RequestAborted)
            ?? throw new JsonException("The body is null.");
    }

    private static object? RouteValue(ParameterInfo parameter, object? value)
    {
        if (value is null)
            return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsInstanceOfType(value) ? value : TypeDescriptor.GetConverter(type).ConvertFromInvariantString((string)value);
    }
}
